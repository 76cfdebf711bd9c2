import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { environmentNames } from '../../src/config.ts';
import { usualDeadlines } from '../../src/server/http-options.ts';
import { root } from './rules/repository.ts';

/** How long a process takes to stop at most, as src/main.ts has it, seconds. */
const drainSeconds = 15;

const read = (name: string) => readFileSync(`${root}docs/scale/${name}`, 'utf8');

/** The first number that stands behind a text. */
function numberBehind(text: string, label: RegExp): number {
  return Number(new RegExp(`${label.source}\\D*?(\\d+)`).exec(text)?.[1]);
}

describe('the manifests for Kubernetes', () => {
  const manifests = read('kubernetes.yaml');

  test('set variables that the gateway reads', () => {
    const names = [...manifests.matchAll(/\{ name: ([A-Z][A-Z_]+),/g)].map(([, name]) => name);
    expect(names).toContain('PUBLIC_URL');
    expect(names.filter((name) => name !== 'NODE_OPTIONS' && !environmentNames.includes(name ?? ''))).toEqual([]);
  });

  test('give a process the time that it takes to stop, behind the time in which balancers hear of it', () => {
    expect(numberBehind(readFileSync(`${root}src/main.ts`, 'utf8').replaceAll('_', ''), /drainMs =/)).toBe(drainSeconds * 1000);
    expect(numberBehind(manifests, /terminationGracePeriodSeconds:/)).toBeGreaterThan(numberBehind(manifests, /command: \[sleep,/) + drainSeconds);
  });

  test('probe by the name that the gateway answers to', () => {
    const host = new URL(/PUBLIC_URL, value: (\S+) \}/.exec(manifests)?.[1] ?? '').hostname;
    const probes = [...manifests.matchAll(/httpGet: \{ path: (\S+), port: http, httpHeaders: \[\{ name: Host, value: (\S+) \}\] \}/g)].map(([, path, name]) => [path, name]);
    expect(probes).toEqual([['/health/live', host], ['/health/ready', host], ['/health/live', host]]);
  });
});

test.each([
  ['nginx.conf', /keepalive_timeout/],
  ['haproxy.cfg', /timeout http-keep-alive/],
])('%s closes idle connections before the gateway does', (name, label) => {
  expect(numberBehind(read(name), label)).toBeLessThan(usualDeadlines.idleMs / 1000);
});
