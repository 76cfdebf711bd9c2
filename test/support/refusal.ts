import type { TestGateway } from './gateway.ts';
import { callsOf } from './upstream-calls.ts';

/** How a gateway took what it must refuse. */
export interface Refusal {
  /** Codes of all errors, each once. */
  readonly codes: readonly string[];
  /** Whether the first error names the argument, in its message and apart from it. */
  readonly namesArgument: boolean;
  /** Whether a message is short, however long the value that it tells of. */
  readonly isShort: boolean;
  /** What it asked of the upstreams for it. */
  readonly calls: Readonly<Record<string, number>>;
}

/** What every bad input comes to: told by its argument, before any upstream call. */
export const refused: Refusal = { codes: ['BAD_USER_INPUT'], namesArgument: true, isShort: true, calls: {} };

/** @param argument where the bad value stands, without the indices of lists; what stands below it may be told too */
export async function refusalOf(gateway: TestGateway, argument: string, document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Refusal> {
  const { errors } = await gateway.query(document, variables);
  const named = String(errors[0]?.extensions['argument']);
  return {
    codes: [...new Set(errors.map(({ extensions }) => extensions.code))],
    namesArgument: `${named.replaceAll(/\.\d+(?=\.|$)/g, '')}.`.startsWith(`${argument}.`) && errors[0]?.message.includes(named) === true,
    isShort: errors.every(({ message }) => message.length < 600),
    calls: callsOf(gateway.sandbox),
  };
}
