import { expect, test } from 'vitest';
import { strikeSecrets } from '../../../src/datasources/shared/strike-secrets.ts';
import { StatusError } from '../../../src/http/errors.ts';

test('what an upstream refuses does not quote the secrets that it was sent, and loses nothing else', async () => {
  const request = { method: 'POST', path: 'vacancy', repeatable: false } as const;
  const refusing = strikeSecrets(['the-api-key', null, 'an'], async () => {
    throw new StatusError(request, { status: 400, headers: { 'content-type': 'application/json' }, body: { errors: [{ error: 'key the-api-key has an end', n: 1 }] }, retryAfterSeconds: 3 });
  });
  const error = await refusing(request).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StatusError);
  if (!(error instanceof StatusError)) return;
  expect([error.status, error.retryAfterSeconds, error.headers, error.body]).toEqual([400, 3, { 'content-type': 'application/json' }, { errors: [{ error: 'key … has an end', n: 1 }] }]);
});
