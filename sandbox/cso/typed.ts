import { isRecord } from '../kit/exchange.ts';
import { invalid } from './fault.ts';

/** Reads one value of a request; refuses with a 400 that names the path. */
export type Read<T> = (value: unknown, path: string) => T;

/** A class by name, or by form where the document names none. */
export type ClassName = string | RegExp;

/**
 * An object of a request, which must say its class (CSO document, 3.1): `__type__`, or `__TYPE__` as the example of 5.10
 * spells it, full or short, in any case. Every attribute is nillable; one that nobody asks for is unknown and refused.
 */
export class TypedObject {
  readonly path: string;
  readonly #record: Record<string, unknown>;
  readonly #known = new Set(['__type__', '__TYPE__']);

  constructor(value: unknown, path: string, className: ClassName) {
    if (!isRecord(value)) throw invalid(`${path} must be an object`);
    const type = value['__type__'] ?? value['__TYPE__'];
    if (typeof type !== 'string' || type === '') throw invalid(`${path} has no __type__`);
    if (!isClass(type, className)) throw invalid(`${path} has an unexpected __type__: ${type}`);
    this.path = path;
    this.#record = value;
  }

  take<T>(key: string, read: Read<T>): T | null {
    this.#known.add(key);
    const value = this.#record[key];
    return value === undefined || value === null ? null : read(value, `${this.path}.${key}`);
  }

  /** An attribute that is read-only, or of any type: allowed and not looked at. */
  ignore(...keys: readonly string[]): void {
    for (const key of keys) this.#known.add(key);
  }

  close(): void {
    const unknown = Object.keys(this.#record).filter((key) => !this.#known.has(key));
    if (unknown.length > 0) throw invalid(`${this.path} has unknown attributes: ${unknown.join(', ')}`);
  }
}

/** The object's parts as `parts` takes them; what it does not take must not be there. */
export function typed<T>(className: ClassName, parts: (object: TypedObject) => T): Read<T> {
  return (value, path) => {
    const object = new TypedObject(value, path, className);
    const result = parts(object);
    object.close();
    return result;
  };
}

export function listOf<T>(read: Read<T>): Read<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw invalid(`${path} must be a list`);
    return value.map((item: unknown, index) => read(item, `${path}[${index}]`));
  };
}

export const text: Read<string> = (value, path) => {
  if (typeof value !== 'string') throw invalid(`${path} must be a string`);
  return value;
};

export const flag: Read<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw invalid(`${path} must be a boolean`);
  return value;
};

export const amount: Read<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalid(`${path} must be a number`);
  return value;
};

/** A whole number from `min`, for counts, rows and dates. */
export function wholeFrom(min: number): Read<number> {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min) {
      throw invalid(`${path} must be a whole number from ${min}`);
    }
    return value;
  };
}

/** An attribute that the document lists as not yet implemented: setting it is a caller's mistake. */
export const notImplemented: Read<never> = (_value, path) => {
  throw invalid(`${path} is not yet implemented`);
};

function isClass(type: string, className: ClassName): boolean {
  const short = type.slice(type.lastIndexOf('.') + 1);
  return typeof className === 'string' ? short.toLowerCase() === className.toLowerCase() : className.test(short);
}
