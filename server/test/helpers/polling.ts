import { call } from "./http.ts";

/** Engine.IO's long polling by hand, to send what no client library would. */
export async function openPolling(url: string, path: string) {
  const base = `${url}${path}/?EIO=4&transport=polling`;
  const opened = await call(base);
  const { sid } = JSON.parse(opened.text.slice(1)) as { sid: string };
  return {
    /** Several packets in one request. */
    send: (...packets: string[]) => call(`${base}&sid=${sid}`, { method: "POST", body: packets.join("\x1e") }),
    poll: () => call(`${base}&sid=${sid}`),
  };
}
