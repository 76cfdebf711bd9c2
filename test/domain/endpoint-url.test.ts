import { expect, test } from 'vitest';
import { endpointProblem } from '../../src/domain/endpoint-url.ts';

test.each([
  ['https://portal.example/hooks?tenant=7', false, null],
  ['https://10.0.0.7/hooks', true, null],
  ['http://127.0.0.1:4000/hooks', true, null],
  ['http://[::1]:4000/hooks', true, null],
  ['http://localhost:4000/hooks', true, null],
  ['http://0x7f.1/hooks', true, null],
  ['http://127.0.0.1/hooks', false, 'https'],
  ['http://portal.example/hooks', true, 'https'],
  ['http://10.0.0.7/hooks', true, 'https'],
  ['http://127.0.0.1.portal.example/hooks', true, 'https'],
  ['https://user:secret@portal.example/', false, 'password'],
  ['https://user@portal.example/', false, 'user name'],
  ['https://portal.example/#here', false, 'fragment'],
  ['ftp://portal.example/', false, 'https'],
  ['file:///etc/passwd', true, 'https'],
  ['portal.example/hooks', false, 'not a URL'],
  ['', false, 'not a URL'],
] as const)('of %s, private allowed %s, is said: %s', (url, allowPrivate, problem) => {
  const told = endpointProblem({ url, allowPrivate });
  expect(told ?? 'nothing').toContain(problem ?? 'nothing');
  expect(told ?? '').not.toContain('secret');
});
