import { describe, expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/index.ts';
import { storeEngines } from '../../store/engines.ts';
import { startGateway } from '../../support/gateway.ts';
import { counts, on, publish, publishInput, storeEnvironment } from './story.ts';

describe.each(storeEngines)('two gateways on one store on $engine', ({ place }) => {
  test('run a posting once, and both answer what came of it', async () => {
    const sandbox = await startSandbox();
    const where = await place();
    const gateways = await Promise.all([0, 1].map(() => startGateway({ sandbox, environment: storeEnvironment(where) })));
    const payloads = await Promise.all(Array.from({ length: 20 }, (_, index) => gateways[index % 2]).map((gateway) => (gateway === undefined ? Promise.reject(new Error('no gateway')) : publish({ gateway }, publishInput('R-1'), 'key-1'))));
    expect(counts(sandbox, 'R-1')).toEqual({ cso: 1, board: 1 });
    expect(new Set(payloads.map((payload) => on('CSO', payload).vacancyId)).size).toBe(1);
    expect(payloads.filter(({ channels }) => channels.some(({ replayed }) => !replayed))).toHaveLength(1);
    await Promise.all(gateways.map((gateway) => gateway.close()));
    await sandbox.close();
    await where.remove();
  });
});
