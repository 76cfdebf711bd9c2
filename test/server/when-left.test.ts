import { EventEmitter } from 'node:events';
import type { FastifyReply } from 'fastify';
import { expect, test } from 'vitest';
import { whenLeft } from '../../src/server/when-left.ts';

function answer(closed: boolean) {
  const raw = Object.assign(new EventEmitter(), { closed });
  // Nothing else of a reply is looked at.
  return { raw, reply: { raw } as unknown as FastifyReply };
}

test('who left is told of when it leaves, and at once where it had left', () => {
  const told: string[] = [];
  const [here, gone] = [answer(false), answer(true)];
  whenLeft(gone.reply, () => told.push('gone'));
  whenLeft(here.reply, () => told.push('leaves'));
  expect(told).toEqual(['gone']);
  here.raw.emit('close');
  here.raw.emit('close');
  expect(told).toEqual(['gone', 'leaves']);
});
