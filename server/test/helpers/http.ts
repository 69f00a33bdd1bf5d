/** An answer with its body read. */
export interface Answer {
  status: number;
  headers: Headers;
  // Tests look into bodies of many shapes; each asserts what it reads.
  body: Record<string, unknown>;
  text: string;
}

/** One HTTP request; `json` is sent as such. */
export async function call(url: string, { json, ...init }: RequestInit & { json?: unknown } = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  if (json !== undefined) headers.set("content-type", "application/json");
  const response = await fetch(url, {
    ...init,
    headers,
    ...(json === undefined ? {} : { method: init.method ?? "POST", body: JSON.stringify(json) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parse(text), text };
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
