import type { IctergezochtConfig } from './config.ts';

/**
 * The headers that say whose request it is (ICTerGezocht document, Authenticatie).
 * @throws TypeError for a key that cannot stand in a header; it is not told
 */
export function keyHeaders({ apiKey, partnerKey }: Pick<IctergezochtConfig, 'apiKey' | 'partnerKey'>): Readonly<Record<string, string>> {
  return {
    Authorization: bearer(apiKey, 'apiKey'),
    ...(partnerKey !== null && { 'Partner-Authorization': bearer(partnerKey, 'partnerKey') }),
  };
}

function bearer(key: string, name: string): string {
  if (!/^[\x21-\x7e]+$/.test(key)) throw new TypeError(`ictergezocht: ${name} must be printable characters without blanks`);
  return `Bearer ${key}`;
}
