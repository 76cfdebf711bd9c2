import type { Enumeration, Enumerations } from './enumerations.ts';
import type { CsoEnumerationValue } from './model.ts';
import type { CsoSwitches } from './switches.ts';
import { type WireObject, remote } from './wire.ts';

/** The thirteen lists, uppermost values with the others below them (CSO document, 5.6). */
export function wireEnumerations(enumerations: Enumerations, switches: CsoSwitches): WireObject {
  const lists = Object.values(enumerations).map((list) => [list.name, list.values.map((value) => wireValue(list, value, switches))] as const);
  return remote('RemoteJobEnumerations', Object.fromEntries(lists));
}

/** One value as it stands in the lists, in jobs and in counts. */
export function wireValue(list: Enumeration, value: CsoEnumerationValue, switches: CsoSwitches): WireObject {
  const { id, code, label, children, payScale } = value;
  return {
    __type__: `fly.cso.domain.enumerations.${list.className}`,
    ...(children === null ? {} : { children: children.map((child) => wireValue(list, child, switches)) }),
    ID: payScale !== undefined && switches.payScaleId === 'code' ? code : id,
    label,
    code,
    ...payScale,
  };
}

/** Values by their codes; a code that the list lacks is left out. */
export function wireCodes(list: Enumeration, codes: readonly string[], switches: CsoSwitches): WireObject[] {
  return codes.flatMap((code) => list.find(code) ?? []).map((value) => wireValue(list, value, switches));
}

export function wireCode(list: Enumeration, code: string | null, switches: CsoSwitches): WireObject | null {
  return wireCodes(list, code === null ? [] : [code], switches)[0] ?? null;
}
