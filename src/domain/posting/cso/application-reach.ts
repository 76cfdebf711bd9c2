import type { JobDraft, PostalAddressDraft } from '../drafts.ts';
import type { FieldPath } from '../rule.ts';
import { isMissing } from '../text-forms.ts';

/** Something of a draft with the field that says it. */
export interface Said<T> {
  readonly field: FieldPath;
  readonly value: T;
}

/** How an application reaches its receiver; null where nothing is said. */
export interface ApplicationReach {
  readonly email: Said<string> | null;
  readonly url: Said<string> | null;
  readonly address: Said<PostalAddressDraft> | null;
}

/**
 * CSO has one contact for applications. The draft's own fields for applying come first; what they leave out, its
 * `applicationContact` says.
 */
export function applicationReach({ applicationEmail, applicationUrl, applicationAddress, applicationContact }: JobDraft): ApplicationReach {
  return {
    email: firstSaid([['applicationEmail'], applicationEmail], [['applicationContact', 'email'], applicationContact?.email], [['applicationAddress', 'email'], applicationAddress?.email], [['applicationContact', 'address', 'email'], applicationContact?.address?.email]),
    url: firstSaid([['applicationUrl'], applicationUrl], [['applicationContact', 'url'], applicationContact?.url]),
    address: firstSaid([['applicationAddress'], applicationAddress], [['applicationContact', 'address'], applicationContact?.address]),
  };
}

function firstSaid<T>(...candidates: readonly (readonly [FieldPath, T | null | undefined])[]): Said<T> | null {
  for (const [field, value] of candidates) {
    if (value !== null && value !== undefined && !isMissing(value)) return { field, value };
  }
  return null;
}
