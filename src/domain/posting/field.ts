import type { EnumerationKind } from '../enumeration.ts';

/** One field of a channel's own input. */
export interface FieldRule {
  /** With dots into objects and the objects of lists, e.g. `publicationSets.publications.status`. */
  readonly path: string;
  /** The field's name to a person, in the channel's language. */
  readonly label: string;
  /** Always needed; inside an object or a list, wherever that is given. */
  readonly required: boolean;
  /** Whether a blank text counts as given. */
  readonly mayBeBlank: boolean;
  /** As the input's schema writes it, without its `!`. */
  readonly type: string;
  /** In characters; null where no limit is known. */
  readonly maxLength: number | null;
  /** The list that its codes come from. */
  readonly enumeration: EnumerationKind | null;
  readonly description: string;
}

/** A field with what is particular to it. */
export function field(path: string, label: string, description: string, particular: Partial<Omit<FieldRule, 'path' | 'label' | 'description'>> = {}): FieldRule {
  return { path, label, description, required: false, mayBeBlank: false, type: 'String', maxLength: null, enumeration: null, ...particular };
}

/** The name of a field to a person, or of the nearest thing that it is part of; null where there is none. */
export function labelOf(fields: readonly FieldRule[], path: readonly string[]): string | null {
  const names = path.filter((step) => !/^\d+$/.test(step));
  for (let length = names.length; length > 0; length -= 1) {
    const wanted = names.slice(0, length).join('.');
    const found = fields.find((one) => one.path === wanted);
    if (found !== undefined) return found.label;
  }
  return null;
}
