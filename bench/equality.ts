import { isDeepStrictEqual } from 'node:util';
import { originIn } from './child.ts';
import { fetchFrom } from './fetch-from.ts';
import type { RunningContender } from './contenders.ts';
import { type Variables, type WorkName, workNames } from './jobs.ts';
import type { LoadRequest } from './load.ts';

const compared: Readonly<Record<WorkName, number>> = { detail: 50, list: 10 };

/**
 * Asks all contenders the same, so that no time is taken of wrong answers.
 * @throws naming the contender whose answer differs from the first one's
 */
export async function compareAnswers(contenders: readonly RunningContender[], variables: Variables): Promise<void> {
  for (const work of workNames) {
    const [first, ...others] = await Promise.all(contenders.map((contender) => answersOf(contender, contender.asks[work](variables).slice(0, compared[work]))));
    for (const [index, answers] of others.entries()) {
      const at = answers.findIndex((answer, place) => !isDeepStrictEqual(answer, first?.[place]));
      if (at >= 0) throw new Error(`${contenders[index + 1]?.name} answers "${work}" differently:\n${JSON.stringify(answers[at])}\ninstead of\n${JSON.stringify(first?.[at])}`);
    }
  }
}

async function answersOf({ child, name }: RunningContender, requests: readonly LoadRequest[]): Promise<unknown[]> {
  const origin = originIn(child.greeting);
  const answers: unknown[] = [];
  for (const { method, path, body } of requests) {
    const response = await fetchFrom(name, origin + path, { method, headers: { 'content-type': 'application/json' }, ...(body !== undefined && { body }) });
    answers.push(await response.json());
  }
  return answers;
}
