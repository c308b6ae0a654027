// Bundles give this to upng-js in place of pako: it is never asked to inflate or deflate here.
export {};
