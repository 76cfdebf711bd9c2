import { describe, expect, test } from 'vitest';
import { joinPath, parseBaseUrl } from '../../src/http/path.ts';
import { createTransport } from '../../src/http/transport.ts';
import { failure, get, json, upstream } from './server.ts';

describe('the base URL', () => {
  test.each(['https://api.test/v1/JobAPI', 'https://api.test/v1/JobAPI/'])(
    '%s is read with and without its closing slash',
    (url) => {
      expect(parseBaseUrl(url)).toEqual({ origin: 'https://api.test', basePath: '/v1/JobAPI/' });
    },
  );

  test.each([
    '',
    'api.test',
    'ftp://api.test/',
    'file:///etc',
    'https://user:pass@api.test/',
    'https://api.test/?key=1',
    'https://api.test/#a',
  ])('%j is refused at construction', (baseUrl) => {
    expect(() => createTransport({ baseUrl, userAgent: 'test' })).toThrow(TypeError);
  });

  test('a refusal does not repeat a password', () => {
    expect(() => parseBaseUrl('https://user:s3cret@api.test/')).toThrow(/^(?!.*s3cret)/);
  });
});

describe('a request path', () => {
  test.each([
    ['getJobs.json', '/v1/getJobs.json'],
    ['/getJobs.json', '/v1/getJobs.json'],
    ['', '/v1/'],
    ['?a=1', '/v1/?a=1'],
    ['a/b?next=//x/../y', '/v1/a/b?next=//x/../y'],
    ['a%20b/c%2Fd', '/v1/a%20b/c%2Fd'],
    ['a..b/...', '/v1/a..b/...'],
    ['http:80', '/v1/http:80'],
  ])('%j becomes %j', (path, expected) => expect(joinPath('/v1/', path)).toBe(expected));

  test.each([
    '../admin',
    'a/../../b',
    './a',
    'a/..',
    '%2e%2e/a',
    '.%2E/a',
    'a/%2e%2e%2fb',
    'a%5c..%5cb',
    '//evil.test/a',
    'a//b',
    'http://evil.test/',
    'a\\b',
    'a\r\nx: y',
    'a b',
    'é',
    'a#b',
    'a\u0000',
    'a%zz',
    '?a=\n',
  ])('%j is refused', (path) => {
    expect(() => joinPath('/v1/', path)).toThrow(TypeError);
  });

  test('that is refused is never sent', async () => {
    await using server = await upstream((response) => json(response, {}));
    const { json: call, stream } = server.transport();
    expect(await failure(call(get('../a')))).toBeInstanceOf(TypeError);
    expect(await failure(stream(get('../a')))).toBeInstanceOf(TypeError);
    expect(server.seen).toHaveLength(0);
  });
});
