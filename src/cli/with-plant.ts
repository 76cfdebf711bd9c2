import { pino } from 'pino';
import { readProcessConfig } from '../config.ts';
import { openPlant, type Plant } from '../server/plant.ts';

/**
 * Does a command's work with the parts that the environment makes, as `npm start` would; the log goes to standard error, so that
 * standard output is the command's own.
 * @throws ConfigError where the environment makes none
 */
export async function withPlant<T>(work: (plant: Plant) => Promise<T>): Promise<T> {
  const config = readProcessConfig();
  const plant = await openPlant(config, { now: Date.now, log: pino({ level: config.logLevel === 'info' ? 'warn' : config.logLevel, base: null }, pino.destination(2)) });
  try {
    return await work(plant);
  } finally {
    await plant.close();
  }
}
