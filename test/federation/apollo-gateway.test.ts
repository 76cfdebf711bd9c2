import { describe } from 'vitest';
import { startApolloRouter } from './apollo-router.ts';
import { testBehindRouter } from './behind-a-router.ts';

describe('behind @apollo/gateway', () => {
  testBehindRouter(startApolloRouter, 30_000);
});
