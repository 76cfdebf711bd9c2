import type { Profiler } from 'node:inspector';
import { describe, expect, it, test } from 'vitest';
import { sharesOf } from '../../bench/areas.ts';

const root = new URL('../../', import.meta.url).href;

/** A profile of a chain of functions, each called by the one before, and the times that each was the innermost, in its order. */
function profileOf(frames: readonly Partial<Profiler.ProfileNode['callFrame']>[], times: readonly number[]): Profiler.Profile {
  const nodes = frames.map((frame, index) => ({
    id: index + 1,
    callFrame: { functionName: 'work', scriptId: '7', url: '', lineNumber: 0, columnNumber: 0, ...frame },
    ...(index + 1 < frames.length && { children: [index + 2] }),
  }));
  return { nodes, startTime: 0, endTime: 0, samples: times.map((_time, index) => index + 1), timeDeltas: [...times] };
}

describe('time is counted to', () => {
  it.each([
    ['a package', { url: `${root}node_modules/undici/lib/dispatcher/client.js` }, 'undici'],
    ['a package of a scope', { url: `${root}node_modules/@apollo/server/dist/esm/runHttpQuery.js` }, '@apollo/server'],
    ['the innermost package', { url: `${root}node_modules/mercurius/node_modules/graphql-jit/dist/index.js` }, 'graphql-jit'],
    ['a folder of src', { url: `${root}src/http/cache.ts` }, 'src/http/'],
    ['the folder of an upstream', { url: `${root}src/datasources/vdab/map-vacancy.ts` }, 'src/datasources/vdab/'],
    ['Node', { url: 'node:net' }, 'Node'],
    ['the collector of garbage', { functionName: '(garbage collector)' }, 'garbage collection'],
    ['what runs outside JavaScript', { functionName: '(program)' }, 'outside JavaScript'],
    ['code that was made at run time', { scriptId: '99' }, 'compiled operations'],
  ])('%s', (_, frame, area) => {
    expect(sharesOf(profileOf([frame], [10])).areas).toEqual([{ name: area, share: 1 }]);
  });

  it('the caller of a function of the engine', () => {
    const profile = profileOf([{ url: `${root}src/http/parse.ts` }, { functionName: 'parse', scriptId: '0' }], [10, 30]);
    expect(sharesOf(profile).areas).toEqual([{ name: 'src/http/', share: 1 }]);
  });
});

test('idle time is no part of the whole', () => {
  const profile = profileOf([{ url: 'node:net' }, { functionName: '(idle)', scriptId: '0' }, { url: `${root}src/http/cache.ts` }], [10, 1000, 30]);
  expect(sharesOf(profile).areas).toEqual([{ name: 'src/http/', share: 0.75 }, { name: 'Node', share: 0.25 }]);
});

test('a function is named with its file and line', () => {
  const profile = profileOf([{ functionName: 'read', url: `${root}src/http/cache.ts`, lineNumber: 11 }], [10]);
  expect(sharesOf(profile).functions).toEqual([{ name: 'read src/http/cache.ts:12', share: 1 }]);
});
