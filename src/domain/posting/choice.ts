import { isMissing } from './text-forms.ts';

/** A place in an input and what it says. */
export type Candidate<T> = readonly [place: readonly string[], value: T | null | undefined];

/** Takes fields from wherever an input says them, and remembers where that was. */
export class Choice {
  /** By field with dots: the place that said it, or where it is best said. */
  readonly places = new Map<string, readonly string[]>();

  /**
   * The first of the places that says something; null where none does. A blank text or an empty list says nothing.
   * @param candidates in the order of their right to it, the last being where the field is best said
   */
  first<T>(field: string, ...candidates: readonly Candidate<T>[]): T | null {
    const [place, value] = candidates.find(([, value]) => !isMissing(value)) ?? candidates.at(-1) ?? [];
    if (place !== undefined) this.places.set(field, place);
    return value ?? null;
  }
}
