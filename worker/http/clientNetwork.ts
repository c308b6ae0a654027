/** Groups of 16 bits: of an IPv6 address, and of the network, /64, that one client is given (RFC 6177). */
const GROUPS = 8;
const NETWORK_GROUPS = 4;

/** An IPv4 address in an IPv6 one (RFC 4291, section 2.5.5.2). */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * What to count a client's requests by: its IPv4 address, or the /64 that its IPv6 address is in,
 * whose 2^64 addresses are all its own. Anything else is returned as it is.
 *
 * @returns an IPv6 network as four groups in hexadecimal, without leading zeros: `2001:db8:0:1`
 */
export function clientNetwork(address: string): string {
  const mapped = MAPPED.exec(address);
  if (mapped) return mapped[1];
  if (!/^[\da-f:]*:[\da-f:.]*$/i.test(address)) return address;
  const [head, tail] = address.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = tail ? GROUPS - head.length - tail.length : 0;
  const groups = [...head, ...Array(Math.max(0, zeros)).fill("0"), ...(tail ?? [])];
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
