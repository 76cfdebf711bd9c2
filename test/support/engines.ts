import type { ExecutorOf } from '../../src/execution/index.ts';
import { bothEngines } from './both-engines.ts';

/** `TEST_ENGINES=both`: every query that a test asks is executed by both engines, whose answers must be equal. */
const areBoth = process.env['TEST_ENGINES'] === 'both';

/** The engine of a gateway in the tests' own process. */
export interface EngineUnderTest {
  /** Undefined where it is the gateway's own choice. */
  readonly executorOf: ExecutorOf | undefined;
  /** @throws where both engines executed something, and not alike */
  check(): void;
}

export function engineUnderTest(): EngineUnderTest {
  const differences: string[] = [];
  return {
    executorOf: areBoth ? bothEngines((difference) => differences.push(difference)) : undefined,
    check() {
      if (differences.length > 0) throw new Error(differences.join('\n'));
    },
  };
}

/** What a gateway that is a process of its own is told. Nobody looks into it: the usual run has it on the usual engine, this one on the other. */
export const engineOfProcesses: Readonly<Record<string, string>> = areBoth ? { EXECUTION: 'interpreted' } : {};
