import { availableParallelism, cpus, totalmem } from 'node:os';

/** What the numbers were taken on. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `Node ${process.version}, ${availableParallelism()} × ${model}, ${Math.round(totalmem() / 1e9)} GB, ${process.platform}, ${new Date().toISOString().slice(0, 10)}`;
}
