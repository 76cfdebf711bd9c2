import type { ErrorCode } from '../../../../src/domain/errors.ts';
import type { Asker } from '../askers.ts';
import type { Making, Question } from '../question.ts';

type Wrong = readonly [document: string, refusal: ErrorCode, asker?: Asker];

const wrongs: readonly Wrong[] = [
  ['{ vacancies(first: 3) { nodes { salary } } }', 'BAD_USER_INPUT'],
  ['{ vacancies(first: 101) { nodes { id } } }', 'BAD_USER_INPUT'],
  ['{ vacancies(after: "nothing") { nodes { id } } }', 'BAD_USER_INPUT'],
  ['{ vacancies(filter: { near: { latitude: 200, longitude: 0, km: 1 } }) { nodes { id } } }', 'BAD_USER_INPUT'],
  ['{ node(id: "nothing") { id } }', 'BAD_USER_INPUT'],
  ['{ vacancies(first: 3) { nodes { id }', 'BAD_USER_INPUT'],
  ['{ insightSummary { complete } }', 'FORBIDDEN'],
  ['mutation { removeJob(jobCode: "01130-000000000000") { removed } }', 'FORBIDDEN'],
  ['{ vacancies(first: 3) { nodes { id } } }', 'UNAUTHENTICATED', 'stranger'],
];

/** What is to be refused, whatever else goes on. No upstream is asked. */
export function aWrongQuestion({ random }: Making): Question {
  const [document, refusal, asker = 'site'] = random.pick(wrongs);
  return { kind: 'wrong', asker, document, variables: {}, sources: [], refusal, check: () => undefined };
}
