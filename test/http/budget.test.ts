import { expect, test } from 'vitest';
import type { Answer, HttpRequest } from '../../src/http/call.ts';
import { compose } from '../../src/http/call.ts';
import { breaker } from '../../src/http/breaker.ts';
import { coalesce } from '../../src/http/coalesce.ts';
import { retry } from '../../src/http/retry.ts';
import { callBudget } from '../../src/limits/call-budget.ts';

const answer: Answer<string> = { status: 200, headers: {}, body: 'yes', fetchedAt: 0, stale: false };
const request: HttpRequest = { method: 'GET', path: 'a', repeatable: true };

test('a call of an operation that has none left is not sent, and says nothing of the upstream', async () => {
  let sent = 0;
  const circuit = breaker({ threshold: 1 });
  const call = compose(circuit, retry())(async () => {
    sent += 1;
    return answer;
  });
  const spend = callBudget(2);
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => call({ ...request, spend })));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected']);
  expect(results[2]).toMatchObject({ reason: { name: 'BudgetError', sent: false } });
  expect([sent, circuit.isHealthy()]).toEqual([2, true]);
});

test('who joins the call of an operation that has none left makes its own', async () => {
  let sent = 0;
  const call = compose(coalesce(), retry())(async () => {
    sent += 1;
    return answer;
  });
  const keyed = { ...request, key: 'k' };
  const [poor, rich] = await Promise.allSettled([call({ ...keyed, spend: callBudget(0) }), call({ ...keyed, spend: callBudget(1) })]);
  expect(poor).toMatchObject({ status: 'rejected', reason: { name: 'BudgetError' } });
  expect(rich).toEqual({ status: 'fulfilled', value: answer });
  expect(sent).toBe(1);
});

test('a call that another operation already makes costs nothing', async () => {
  const call = compose(coalesce(), retry())(async () => answer);
  const keyed = { ...request, key: 'k' };
  await expect(Promise.all([call({ ...keyed, spend: callBudget(1) }), call({ ...keyed, spend: callBudget(0) })])).resolves.toEqual([answer, answer]);
});
