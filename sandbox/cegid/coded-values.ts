import type { Referentials } from './referentials.ts';
import type { CegidSwitches } from './switches.ts';

/** The value with every `{id,label}` in it written as the switch `codedValues` says. */
export function writeCoded(value: unknown, spelling: CegidSwitches['codedValues'], referentials: Referentials): unknown {
  if (spelling === 'id-label' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((entry) => writeCoded(entry, spelling, referentials));
  const entries = Object.entries(value);
  if (entries.length === 2 && 'id' in value && 'label' in value && typeof value.id === 'string') {
    return { code: referentials.byId(value.id)?.code ?? 0, clientCode: value.id, label: value.label };
  }
  return Object.fromEntries(entries.map(([key, entry]) => [key, writeCoded(entry, spelling, referentials)]));
}
