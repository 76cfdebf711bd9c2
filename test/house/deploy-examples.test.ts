import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { environmentNames, readConfig } from '../../src/config.ts';
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

const idleSeconds = usualDeadlines.idleMs / 1000;

test('nginx closes idle connections before the gateway does', () => {
  expect(numberBehind(read('nginx.conf'), /keepalive_timeout/)).toBeLessThan(idleSeconds);
});

test('HAProxy closes idle connections before the gateway does: a thousand are none when they were halved ten times', () => {
  expect(10 * numberBehind(read('haproxy.cfg'), /pool-purge-delay/)).toBeLessThan(idleSeconds);
});

describe('balancers wait for longer than the gateway may take', () => {
  const config = readConfig({ VDAB_CLIENT_ID: 'any' });
  const operation = config.operationTimeoutMs / 1000;
  const page = config.exports.pageTimeoutMs / 1000;
  const application = (config.inbound.turnMs + config.inbound.bodyMs) / 1000;

  test('nginx for an operation, a file and an application', () => {
    const [ofOperation, , ofFile, ofApplication] = timesOf(read('nginx.conf'), 'proxy_read_timeout');
    expectLonger([ofOperation, operation], [ofFile, page], [ofApplication, application]);
  });

  test('HAProxy for an operation, and for a file or an application', () => {
    const [ofOperation, ofLong] = timesOf(read('haproxy.cfg'), 'timeout server');
    expectLonger([ofOperation, operation], [ofLong, Math.max(page, application)]);
  });
});

/** Each is longer, and by no more than a minute: an answer that does not come is to be given up. */
function expectLonger(...pairs: readonly (readonly [time: number | undefined, bound: number])[]): void {
  expect(pairs.filter(([time = 0, bound]) => !(time > bound && time <= bound + 60))).toEqual([]);
}

/** The times that a setting is given, in the order of the file, seconds. */
function timesOf(text: string, setting: string): number[] {
  return [...text.matchAll(new RegExp(`^\\s*${setting} (\\d+)([sm]);?$`, 'gm'))].map(([, count, unit]) => Number(count) * (unit === 'm' ? 60 : 1));
}
