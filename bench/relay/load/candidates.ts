import { type Template, template } from "./template.ts";

const ufrag = "k9Xw";

/** Host (UDP, TCP, IPv6), server-reflexive and relayed candidates as Chromium writes them. */
const lines = [
  "1 udp 2122260223 192.168.178.34 54321 typ host generation 0 ufrag k9Xw network-id 1 network-cost 10",
  "1 udp 2122197247 2001:db8:85a3:8d3:1319:8a2e:370:7348 54323 typ host generation 0 ufrag k9Xw network-id 2 network-cost 10",
  "1 tcp 1518280447 192.168.178.34 9 typ host tcptype active generation 0 ufrag k9Xw network-id 1 network-cost 10",
  "1 udp 1686052607 203.0.113.87 61204 typ srflx raddr 192.168.178.34 rport 54321 generation 0 ufrag k9Xw network-id 1 network-cost 10",
  "1 udp 41885439 198.51.100.23 50642 typ relay raddr 203.0.113.87 rport 61204 generation 0 ufrag k9Xw network-id 1 network-cost 10",
];

/** The foundation, which browsers fill with a number, carries the sequence. */
export const candidates: readonly Template[] = lines.map((line, index) =>
  template(
    "candidate",
    {
      candidate: `candidate:SEQUENCE ${line}`,
      sdpMid: String(index % 2),
      sdpMLineIndex: index % 2,
      usernameFragment: ufrag,
    },
    '"candidate:',
  ),
);
