import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

const vdab = { VDAB_CLIENT_ID: 'id' };

test.each([
  ['checks of certificates that are switched off', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, /NODE_TLS_REJECT_UNAUTHORIZED: .*NODE_EXTRA_CA_CERTS/],
  ['trusted documents without their file', { TRUSTED_DOCUMENTS: 'prefer' }, /TRUSTED_DOCUMENTS_FILE: missing/],
  ['a proxy that is no address', { TRUST_PROXY: 'proxy.example' }, /TRUST_PROXY: must be addresses or networks/],
  ['a limit that is no number', { RATE_LIMIT_CLIENT: 'many' }, /RATE_LIMIT_CLIENT: must be a whole number/],
  ['no cost at all', { MAX_COST: '0' }, /MAX_COST: must be a whole number from 1/],
])('%s is refused', (_name, variables, message) => {
  expect(() => readConfig({ ...vdab, ...variables })).toThrow(ConfigError);
  expect(() => readConfig({ ...vdab, ...variables })).toThrow(message);
});

test('limits have defaults, metrics are off, and no proxy is trusted', () => {
  expect(readConfig(vdab).limits).toMatchObject({ maxCost: 30_000, upstreamCalls: 300, trustProxy: [], trustedDocuments: 'off', metrics: null, rates: { anonymousRequests: 600 } });
});
