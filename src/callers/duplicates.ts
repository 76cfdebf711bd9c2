import type { Client } from './client.ts';

/** Ids, keys and webhook keys that stand in the file twice, by where the second stands: each has to lead to one client. */
export function duplicatesIn(clients: readonly Client[]): readonly string[] {
  return [
    ...repeated(clients.map(({ id }, index) => [id, `clients[${index}].id: another client has this id`])),
    ...repeated(clients.flatMap(({ keys }, index) => keys.map(({ sha256 }) => [sha256, `clients[${index}]: one of its keys stands in the file already`] as const))),
    ...repeated(
      clients.flatMap(({ webhookKeys }, index) =>
        [...webhookKeys].flatMap(([source, keys]) =>
          keys.map((key) => [`${source} ${key}`, `clients[${index}].credentials.${source.toLowerCase()}.webhookKey: stands in the file already`] as const),
        ),
      ),
    ),
  ];
}

function repeated(entries: readonly (readonly [value: string, problem: string])[]): readonly string[] {
  const seen = new Set<string>();
  return entries.flatMap(([value, problem]) => {
    if (seen.has(value)) return [problem];
    seen.add(value);
    return [];
  });
}
