/**
 * Bytes that a request's body may have where nothing else is said. Apart from the table, because the page
 * knows them too, and needs no other setting.
 */
export const DEFAULT_BODY_BYTES = 6 * 1024 * 1024;
