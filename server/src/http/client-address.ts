import type { IncomingMessage } from "node:http";
import proxyAddr from "@fastify/proxy-addr";
import ipaddr from "ipaddr.js";

export type ClientAddress = (request: IncomingMessage) => string;

/**
 * Where a request comes from, for limits by address: proxies are believed only when they are in `trusted`
 * (addresses or CIDRs); IPv6 counts by /64, which is what one customer gets.
 */
export function createClientAddress(trusted: readonly string[]): ClientAddress {
  const trust = proxyAddr.compile([...trusted]);
  return (request) => {
    const address = proxyAddr(request, trust);
    if (!ipaddr.isValid(address)) return "unknown";
    const parsed = ipaddr.process(address);
    return parsed.kind() === "ipv4" ? parsed.toString() : `${parsed.toByteArray().slice(0, 8).join(".")}/64`;
  };
}
