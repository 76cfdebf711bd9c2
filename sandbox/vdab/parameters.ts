import { Refusal } from './refusal.ts';

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const dateForm = /^\d{4}-\d{2}-\d{2}$/;

/** The query of one request, read strictly: an unknown, empty, repeated or malformed parameter is a 400 that names it. */
export class Parameters {
  readonly #query: URLSearchParams;
  readonly #byComma: boolean;

  constructor(query: URLSearchParams, known: readonly string[], multiValue: 'repeat' | 'comma') {
    for (const name of query.keys()) {
      if (!known.includes(name)) throw unknown(name);
    }
    this.#query = query;
    this.#byComma = multiValue === 'comma';
  }

  text(name: string): string | undefined {
    const values = this.#query.getAll(name);
    if (values.length > 1) throw new Refusal(400, `Parameter ${name} komt meer dan eens voor`);
    const [value] = values;
    if (value === '') throw malformed(name);
    return value;
  }

  /** The values of a criterion that takes several, each of which must match `form`. */
  list(name: string, form: RegExp): string[] {
    const values = this.#byComma ? (this.text(name)?.split(',') ?? []) : this.#query.getAll(name);
    if (!values.every((value) => form.test(value))) throw malformed(name);
    return values;
  }

  integer(name: string, min: number, max: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= min && value <= max)) throw malformed(name);
    return value;
  }

  flag(name: string): boolean {
    return this.choice(name, ['true', 'false']) === 'true';
  }

  choice<T extends string>(name: string, options: readonly T[]): T | undefined {
    const text = this.text(name);
    const chosen = options.find((option) => option === text);
    if (text !== undefined && chosen === undefined) throw malformed(name);
    return chosen;
  }

  /** A day as YYYY-MM-DD. */
  date(name: string): string {
    const text = this.#required(name);
    if (!dateForm.test(text) || !sameWhenReadBack(text, `${text}T00:00:00.000Z`)) throw malformed(name);
    return text;
  }

  /** An instant in ISO 8601 with milliseconds and Z, as milliseconds since the epoch. */
  instant(name: string): number {
    const text = this.#required(name);
    if (!instantForm.test(text) || !sameWhenReadBack(text, text)) throw malformed(name);
    return Date.parse(text);
  }

  #required(name: string): string {
    const text = this.text(name);
    if (text === undefined) throw new Refusal(400, `Parameter ${name} ontbreekt`);
    return text;
  }
}

/** For an endpoint that takes no query at all. */
export function refuseParameters(query: URLSearchParams): void {
  const [name] = query.keys();
  if (name !== undefined) throw unknown(name);
}

/** False for days that no calendar has, which JavaScript would carry over into the next month. */
function sameWhenReadBack(text: string, instant: string): boolean {
  const ms = Date.parse(instant);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

function malformed(name: string): Refusal {
  return new Refusal(400, `Ongeldige waarde voor parameter ${name}`);
}

function unknown(name: string): Refusal {
  return new Refusal(400, `Onbekende parameter: ${name}`);
}
