import { configDefaults, defineConfig } from 'vitest/config';
import suite from './vitest.config.ts';

/** Faults under load alone: for a minute, or for as long as CHAOS_SECONDS says. */
export default defineConfig({ ...suite, test: { ...suite.test, include: ['test/stories/chaos/chaos.test.ts'], exclude: configDefaults.exclude, retry: 0 } });
