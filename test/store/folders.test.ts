import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder, syncName } from '../../src/store/folders.ts';

test('a folder that is made says which names are new, from above, also where it is named from here', async () => {
  const base = await mkdtemp(join(tmpdir(), 'werkgraph-folders-'));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  const path = join(base, 'a', 'b', 'c');
  expect(await makeFolder(`./${relative(process.cwd(), path)}/`)).toEqual([join(base, 'a'), join(base, 'a', 'b'), path]);
  expect((await stat(path)).mode & 0o777).toBe(0o700);
  expect(await makeFolder(path)).toEqual([]);
  await syncName(path);
  await expect(syncName(join(base, 'nowhere', 'x'))).rejects.toThrow('ENOENT');
});
