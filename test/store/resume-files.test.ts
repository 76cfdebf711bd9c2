import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type ResumeFiles, resumeFilesIn } from '../../src/store/resume-files.ts';

async function opened(): Promise<{ readonly directory: string; readonly files: ResumeFiles }> {
  const directory = join(await mkdtemp(join(tmpdir(), 'werkgraph-resumes-')), 'resumes');
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return { directory, files: resumeFilesIn(directory) };
}

test('bytes are kept under their SHA-256, for this user alone, and nothing else is left behind', async () => {
  const { directory, files } = await opened();
  const bytes = randomBytes(100_000);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await Promise.all(Array.from({ length: 20 }, () => files.keep(bytes)))).toEqual(Array.from({ length: 20 }, () => sha256));
  const path = join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  expect(await readFile(path)).toEqual(bytes);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(directory)).mode & 0o777).toBe(0o700);
  expect(await readdir(join(directory, 'incoming'))).toEqual([]);
  await using file = await files.open(sha256);
  expect(await file?.readFile()).toEqual(bytes);
});

test('what is not there is not there, and a name that is no SHA-256 is no name', async () => {
  const { files } = await opened();
  expect([await files.has('ab'.repeat(32)), await files.open('ab'.repeat(32))]).toEqual([false, null]);
  await files.remove('ab'.repeat(32));
  for (const name of ['../../etc/passwd', '', 'AB'.repeat(32), `${'ab'.repeat(31)}/.`]) await expect(files.has(name)).rejects.toThrow(TypeError);
});

test('old ones are found by the time that they were written, and what a crash left half written is removed', async () => {
  const { directory, files } = await opened();
  const [old, fresh] = [await files.keep(Buffer.from('old')), await files.keep(Buffer.from('fresh'))];
  const hourAgo = new Date(Date.now() - 3_600_000);
  const half = join(directory, 'incoming', 'half');
  await writeFile(half, 'half');
  for (const path of [half, join(directory, old.slice(0, 2), old.slice(2, 4), old)]) await utimes(path, hourAgo, hourAgo);
  const found = await writtenBefore(files, 60_000);
  expect(found).toEqual([old]);
  expect(await readdir(join(directory, 'incoming'))).toEqual([]);
  await files.keep(Buffer.from('old'));
  expect(await writtenBefore(files, 60_000)).toEqual([]);
  expect(await files.has(fresh)).toBe(true);
});

async function writtenBefore(files: ResumeFiles, agoMs: number): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of files.writtenBefore(new Date(Date.now() - agoMs))) names.push(name);
  return names;
}
