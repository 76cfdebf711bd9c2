import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

const some = { VDAB_CLIENT_ID: 'x' };

test('without a word, nothing is taken in, and what was is kept for half a year', () => {
  expect(readConfig(some).inbound).toMatchObject({ keys: [], hmac: null, needsBoth: false, sameWithinMs: 86_400_000, retentionDays: 180, resumeDir: null });
});

test('a variable holds one secret or two, and how they are signed with', () => {
  const stated = {
    ...some,
    ICTERGEZOCHT_WEBHOOK_KEY: '  present-key-0123456  next-key-0123456789 ',
    ICTERGEZOCHT_WEBHOOK_HMAC_SECRET: 'a-secret-0123456789',
    ICTERGEZOCHT_WEBHOOK_HMAC_HEADER: 'X-Board',
    ICTERGEZOCHT_WEBHOOK_HMAC_ALGORITHM: 'SHA-512',
    ICTERGEZOCHT_WEBHOOK_HMAC_ENCODING: 'base64',
    APPLICATION_RETENTION_DAYS: '0',
  };
  expect(readConfig(stated).inbound).toMatchObject({
    keys: ['present-key-0123456', 'next-key-0123456789'],
    hmac: { secrets: ['a-secret-0123456789'], header: 'x-board', algorithm: 'sha512', encoding: 'base64' },
    retentionDays: null,
  });
});

test.each([
  ['ICTERGEZOCHT_WEBHOOK_KEY', 'short'],
  ['ICTERGEZOCHT_WEBHOOK_KEY', 'one-key-0123456789 two-key-0123456789 three-key-012345678'],
  ['ICTERGEZOCHT_WEBHOOK_HMAC_SECRET', 'short'],
  ['ICTERGEZOCHT_WEBHOOK_HMAC_HEADER', 'X Signature'],
  ['ICTERGEZOCHT_WEBHOOK_HMAC_ALGORITHM', 'md5'],
  ['ICTERGEZOCHT_WEBHOOK_PROOF', 'both'],
  ['APPLICATION_MEMORY_MB', '1'],
])('%s=%s is refused by name, and the secret is not shown', (name, value) => {
  const read = () => readConfig({ ...some, [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(name);
  expect(read).not.toThrow(value === 'short' ? 'short' : 'two-key');
});
