import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { heapFlags } from '../../src/server/heap.ts';

test('V8 knows the flags that are set: of one that it does not know it only complains', () => {
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  const names = heapFlags.map((flag) => flag.replace(/^--(?:no-)?/, '').replace(/=.*/, ''));
  expect(names).toHaveLength(3);
  for (const name of names) expect(known).toContain(`--${name} (`);
});
