import type { Reply } from '../kit/exchange.ts';
import type { IctergezochtSwitches } from './switches.ts';

/** A JSON answer of the board, its numbers as the switch `numbersAsStrings` says. */
export function boardJson(status: number, body: unknown, switches: IctergezochtSwitches): Reply {
  const write = (_key: string, value: unknown): unknown => (switches.numbersAsStrings && typeof value === 'number' ? String(value) : value);
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body, write) };
}
