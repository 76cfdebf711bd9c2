import type { z } from 'zod';

/** The variables of one part of the gateway, with what they make. */
export interface Group<Shape extends z.ZodRawShape, Config> {
  readonly shape: Shape;
  configOf(env: z.output<z.ZodObject<Shape>>): Config;
}

export function group<Shape extends z.ZodRawShape, Config>(parts: Group<Shape, Config>): Group<Shape, Config> {
  return parts;
}
