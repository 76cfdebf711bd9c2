import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashOf } from '../support/clients-file.ts';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkgraph-cli-'));
  file = join(folder, 'clients.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `npx werkgraph` in a process of its own, without anything configured. */
function werkgraph(...words: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...words], { env: { CLIENTS_FILE: file, DATA_DIR: join(folder, 'data') } }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });
}

async function stated(): Promise<{ readonly clients: readonly Record<string, unknown>[] }> {
  return JSON.parse(await readFile(file, 'utf8')) as { clients: Record<string, unknown>[] };
}

describe('client add', () => {
  test('prints a key once and nothing beside it, and writes its hash into a file that only its owner reads', async () => {
    const { code, out, err } = await werkgraph('client', 'add', '--id', 'portal-x', '--name', 'Portal X', '--scopes', 'vacancies:write,applications:read');
    expect([code, out]).toEqual([0, expect.stringMatching(/^wg_[\w-]{43}\n$/)]);
    expect(await stated()).toEqual({ clients: [{ id: 'portal-x', name: 'Portal X', keys: [{ sha256: hashOf(out.trim()) }], scopes: ['vacancies:write', 'applications:read'] }] });
    expect([err, await readFile(file, 'utf8')].join('')).not.toContain(out.trim());
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['clients.json']);
  });

  test('keeps what stands in the file, to the last property, and who may read it', async () => {
    const before = { about: 'ours', clients: [{ id: 'old', name: 'Old', scopes: [], keySha256: { env: 'OLD' }, unknown: [1] }] };
    await writeFile(file, JSON.stringify(before));
    await chmod(file, 0o640);
    await werkgraph('client', 'add', '--id', 'new', '--scopes', '');
    expect(await stated()).toEqual({ about: 'ours', clients: [before.clients[0], expect.objectContaining({ id: 'new', name: 'new', scopes: [] })] });
    expect((await stat(file)).mode & 0o777).toBe(0o640);
  });

  test('takes from others the right to read it', async () => {
    await writeFile(file, '{"clients":[]}');
    await chmod(file, 0o666);
    await werkgraph('client', 'add', '--id', 'new', '--scopes', '');
    expect((await stat(file)).mode & 0o777).toBe(0o640);
  });

  test('writes where a link leads, and leaves the link', async () => {
    await writeFile(join(folder, 'real.json'), '{"clients":[]}', { mode: 0o600 });
    await symlink('real.json', file);
    await werkgraph('client', 'add', '--id', 'new', '--scopes', '');
    expect((await stated()).clients).toHaveLength(1);
    expect((await readdir(folder, { withFileTypes: true })).map((entry) => [entry.name, entry.isSymbolicLink()]).toSorted()).toEqual([['clients.json', true], ['real.json', false]]);
  });

  test('loses nothing when several are added at once', async () => {
    const ids = ['a', 'b', 'c', 'd'];
    const keys = await Promise.all(ids.map((id) => werkgraph('client', 'add', '--id', id, '--scopes', 'admin')));
    const { clients } = await stated();
    expect(clients.map(({ id }) => id).toSorted()).toEqual(ids);
    expect(new Set(keys.map(({ out }) => out)).size).toBe(4);
  });

  test.each([
    ['an id that is taken', ['--id', 'old', '--scopes', 'admin'], 'client old is there already'],
    ['the id of nobody', ['--id', 'anonymous', '--scopes', 'admin'], 'cannot be a client'],
    ['an id with blanks', ['--id', 'a b', '--scopes', 'admin'], 'cannot be a client'],
    ['an unknown scope', ['--id', 'x', '--scopes', 'admin,root'], 'There is no scope root. Known are vacancies:read'],
    ['no scopes at all', ['--id', 'x'], "'--scopes <scopes>' not specified"],
  ])('refuses %s, prints no key and changes nothing', async (_, words, why) => {
    const before = '{"clients":[{"id":"old","scopes":[]}]}';
    await writeFile(file, before, { mode: 0o600 });
    const { code, out, err } = await werkgraph('client', 'add', ...words);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(why);
    expect([await readFile(file, 'utf8'), await readdir(folder)]).toEqual([before, ['clients.json']]);
  });

  test.each([
    ['no JSON', '{"clients": ['],
    ['something else', '{"customers": []}'],
    ['clients that are none', '{"clients": ["x"]}'],
  ])('leaves a file of %s alone', async (_, text) => {
    await writeFile(file, text, { mode: 0o600 });
    const { code, err } = await werkgraph('client', 'add', '--id', 'x', '--scopes', '');
    expect([code, err.startsWith(`${file}: `)]).toEqual([1, true]);
    expect([await readFile(file, 'utf8'), await readdir(folder)]).toEqual([text, ['clients.json']]);
  });

  test('says what to name where no file is named', async () => {
    file = '';
    expect(await werkgraph('client', 'list')).toMatchObject({ code: 1, err: expect.stringContaining('CLIENTS_FILE') });
  });
});

describe('client rotate', () => {
  test('prints another key, and lets those before open until the end of the grace, or of their own', async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const keys = [{ sha256: hashOf('later') }, { sha256: hashOf('sooner'), notAfter: soon }, { sha256: hashOf('over'), notAfter: '2020-01-01T00:00:00Z' }];
    await writeFile(file, JSON.stringify({ clients: [{ id: 'x', name: 'X', keySha256: hashOf('lasting'), keys, scopes: [], credentials: { vdab: { clientId: 'kept' } } }, { id: 'y', scopes: [] }] }), { mode: 0o600 });
    const from = Date.now();
    const { out } = await werkgraph('client', 'rotate', '--id', 'x', '--grace', '7d');
    const { clients } = await stated();
    const [{ keys: now = [], ...rest } = {}, other] = clients;
    const ends = (now as readonly { sha256: string; notAfter?: string }[]).map(({ sha256, notAfter }) => [sha256, notAfter]);
    expect(ends.map(([hash]) => hash)).toEqual([hashOf(out.trim()), hashOf('lasting'), hashOf('later'), hashOf('sooner')]);
    expect([ends[0]?.[1], ends[3]?.[1]]).toEqual([undefined, soon]);
    for (const [, end = ''] of ends.slice(1, 3)) expect(Math.abs(Date.parse(end) - from - 7 * 86_400_000)).toBeLessThan(60_000);
    expect([rest, other]).toEqual([{ id: 'x', name: 'X', scopes: [], credentials: { vdab: { clientId: 'kept' } } }, { id: 'y', scopes: [] }]);
  });

  test('ends all others at once without a grace', async () => {
    await werkgraph('client', 'add', '--id', 'x', '--scopes', '');
    const { out } = await werkgraph('client', 'rotate', '--id', 'x', '--grace', '0');
    expect((await stated()).clients).toMatchObject([{ keys: [{ sha256: hashOf(out.trim()) }] }]);
  });

  test('refuses more keys than a client may have, so that the file stays one that the gateway reads', async () => {
    const keys = Array.from({ length: 10 }, (_, index) => ({ sha256: hashOf(String(index)) }));
    await writeFile(file, JSON.stringify({ clients: [{ id: 'x', name: 'X', keys, scopes: [] }] }), { mode: 0o600 });
    expect(await werkgraph('client', 'rotate', '--id', 'x')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('10 keys') });
  });

  test.each([['another client', '1h', 'there is no client'], ['x', 'soon', 'Such as 30m, 12h or 7d']])('refuses %s for %s', async (id, grace, why) => {
    await writeFile(file, '{"clients":[{"id":"x","scopes":[]}]}', { mode: 0o600 });
    expect(await werkgraph('client', 'rotate', '--id', id, '--grace', grace)).toMatchObject({ code: 1, out: '', err: expect.stringContaining(why) });
  });
});

test('client list tells who there is, and no hash and no credential', async () => {
  const keys = [{ sha256: hashOf('over'), notAfter: '2020-01-01T00:00:00Z' }, { sha256: hashOf('open'), notBefore: '2020-01-01T00:00:00Z' }];
  const clients = [
    { id: 'x', name: 'X', keySha256: hashOf('lasting'), keys, scopes: ['admin', 'raw:read'], credentials: { vdab: { clientId: 'planted' }, cso: { username: 'planted', password: { env: 'P' } } } },
    { id: 'y', name: { env: 'NAME' }, scopes: [] },
  ];
  await writeFile(file, JSON.stringify({ clients }), { mode: 0o600 });
  expect(await werkgraph('client', 'list')).toEqual({ code: 0, err: '', out: 'x\tX\t2 keys\tadmin raw:read\tvdab cso\ny\t{"env":"NAME"}\t0 keys\t\t-\n' });
});

test('client list says that there is no file', async () => {
  expect(await werkgraph('client', 'list')).toEqual({ code: 1, out: '', err: expect.stringContaining(`${file}: there is no such file`) });
});

test('client add takes an empty file for one without clients', async () => {
  await writeFile(file, '', { mode: 0o600 });
  expect((await werkgraph('client', 'add', '--id', 'x', '--scopes', '')).code).toBe(0);
  expect((await stated()).clients).toMatchObject([{ id: 'x' }]);
});

test('--version says which it is, a wrong option is a line, and an address that is none is refused', async () => {
  expect((await werkgraph('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await werkgraph('client', 'list', '--colour')).err.trim().split('\n')).toHaveLength(1);
  expect(await werkgraph('applications', 'erase', '--email', 'noor')).toMatchObject({ code: 1, err: expect.stringContaining('whole e-mail address') });
});

test('what is kept is listed without credentials of upstreams', async () => {
  for (const what of ['deliveries', 'events']) expect(await werkgraph(what, 'list')).toMatchObject({ code: 0, out: expect.stringMatching(/^id\tstatus/) });
});

test('client remove removes one, and says so where there is none', async () => {
  await werkgraph('client', 'add', '--id', 'x', '--scopes', '');
  await werkgraph('client', 'add', '--id', 'y', '--scopes', '');
  expect(await werkgraph('client', 'remove', '--id', 'x')).toMatchObject({ code: 0, out: '' });
  expect((await stated()).clients).toMatchObject([{ id: 'y' }]);
  expect(await werkgraph('client', 'remove', '--id', 'x')).toMatchObject({ code: 1, err: expect.stringContaining('there is no client "x"') });
});
