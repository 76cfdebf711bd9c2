import { parseArgs } from 'node:util';
import type { Load } from './load.ts';
import type { Quota } from './model.ts';

export const quotasUsage = `node bench/quotas.ts [--write]            tables of loads against freshness, replicas and quotas
node bench/quotas.ts --check [--write]    the same operations simulated, and sent to gateways on the sandbox
node bench/quotas.ts --sizes [--write]    bytes of what is kept in Redis (TEST_REDIS_URL) and in PostgreSQL (TEST_DATABASE_URL)
node bench/quotas.ts --ask                one load: [--per-second 10] [--list-share 0.5] [--lists 500] [--pages-a-list 1] [--rows-a-list 20] [--rows 20000]
                                          [--exponent 0.8] [--freshness 120] [--points 200] [--window 60] [--patience 8] [--replicas 1] [--no-redis]
--write puts the results into docs/scale.md.`;

/** One load that is asked about. */
export interface Question {
  readonly load: Load;
  readonly freshMs: number;
  readonly quota: Quota;
  readonly replicas: number;
  readonly shared: boolean;
}

export interface QuotasArguments {
  readonly what: 'tables' | 'check' | 'sizes' | Question;
  readonly write: boolean;
}

/** The command line as it was meant. @throws naming the argument that is wrong */
export function readQuotasArguments(args: readonly string[]): QuotasArguments {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      check: { type: 'boolean', default: false },
      sizes: { type: 'boolean', default: false },
      ask: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      'no-redis': { type: 'boolean', default: false },
      'per-second': { type: 'string', default: '10' },
      'list-share': { type: 'string', default: '0.5' },
      lists: { type: 'string', default: '500' },
      'pages-a-list': { type: 'string', default: '1' },
      'rows-a-list': { type: 'string', default: '20' },
      rows: { type: 'string', default: '20000' },
      exponent: { type: 'string', default: '0.8' },
      freshness: { type: 'string', default: '120' },
      points: { type: 'string', default: '200' },
      window: { type: 'string', default: '60' },
      patience: { type: 'string', default: '8' },
      replicas: { type: 'string', default: '1' },
    },
  });
  const { check, sizes, ask, write } = values;
  if ([check, sizes, ask].filter(Boolean).length > 1) throw new Error('--check, --sizes and --ask are one each');
  if (!ask) return { what: check ? 'check' : sizes ? 'sizes' : 'tables', write };
  const number = (name: Exclude<keyof typeof values, 'check' | 'sizes' | 'ask' | 'write' | 'no-redis'>, min: number, max: number): number => {
    const value = Number(values[name]);
    if (values[name].trim() === '' || !(value >= min && value <= max)) throw new Error(`--${name} must be a number from ${min} to ${max}, not "${values[name]}"`);
    return value;
  };
  const whole = (...[name, min, max]: Parameters<typeof number>): number => {
    const value = number(name, min, max);
    if (!Number.isInteger(value)) throw new Error(`--${name} must be a whole number, not "${values[name]}"`);
    return value;
  };
  return {
    what: {
      load: {
        perSecond: number('per-second', 0.001, 10_000),
        listShare: number('list-share', 0, 1),
        lists: whole('lists', 1, 1_000_000),
        pagesAList: whole('pages-a-list', 1, 1000),
        rowsAList: whole('rows-a-list', 0, 1000),
        rows: whole('rows', 1, 10_000_000),
        exponent: number('exponent', 0, 3),
      },
      freshMs: number('freshness', 0, 864_000) * 1000,
      quota: { points: whole('points', 1, 1_000_000), windowMs: number('window', 1, 86_400) * 1000, patienceMs: number('patience', 0.001, 3600) * 1000 },
      replicas: whole('replicas', 1, 1000),
      shared: !values['no-redis'],
    },
    write,
  };
}
