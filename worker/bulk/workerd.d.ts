/** What workerd has besides the web's standards: R2 takes a stream only if it knows how long it is. */
declare const FixedLengthStream: typeof import("@cloudflare/workers-types").FixedLengthStream;

/** The Worker's vars, secrets and bindings. */
declare module "cloudflare:workers" {
  export const env: object;
}
