/** `fetch` of one of a run's processes. @throws naming it where it gives no answer, which `fetch` by itself does not */
export async function fetchFrom(name: string, url: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new Error(`${name} gives no answer at ${url}`, { cause: error });
  }
}
