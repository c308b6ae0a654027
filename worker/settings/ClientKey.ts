/**
 * Names a request's client, by its address or an account, for instance. All clients without a name are
 * counted together. IPv6 addresses are counted by their /64.
 */
export type ClientKey = (request: Request) => string | null | undefined;
