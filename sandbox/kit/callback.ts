/** What the receiver of a webhook answered. */
export interface Delivered {
  readonly status: number;
  readonly body: string;
}

/**
 * Posts a webhook call as an upstream would, to loopback only: a sandbox never reaches the network.
 *
 * @throws RangeError where the URL leads elsewhere; whatever `fetch` throws where nobody answers.
 */
export async function deliver(url: URL, headers: Readonly<Record<string, string>>, body: string): Promise<Delivered> {
  if (!isLoopback(url.hostname)) throw new RangeError(`the sandbox calls loopback only, not ${url.hostname}`);
  const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual' });
  return { status: response.status, body: await response.text() };
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
