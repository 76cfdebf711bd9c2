import type { Parameters } from './parameters.ts';
import { Refusal } from './refusal.ts';
import type { VdabSwitches } from './switches.ts';

/** The parts of a vacancy that `velden` selects, under their own names. */
export const vacancyFields: readonly string[] = ['status', 'aantalJobs', 'bron', 'leverancier', 'publicatieDatum', 'depublicatieDatum', 'startDatum', 'versie', 'vrijeVereiste', 'internationaalOpengesteld', 'functie', 'profiel', 'arbeidsovereenkomst', 'tewerkstellingsadres', 'sollicitatieprocedure', 'dubbels'];

/** The parts of a CV that `velden` selects, under their own names. */
export const candidateFields: readonly string[] = ['status', 'wijzigingsDatum', 'iklId', 'persoonlijkeInteresse', 'natuurlijkPersoon', 'ervaringen', 'opleidingen', 'attesteringen', 'competenties', 'gewensteJob'];

/** The fields that the request adds to its rows; an unknown name or too many are a 400. */
export function readFields(parameters: Parameters, known: readonly string[], switches: VdabSwitches): string[] {
  const fields = parameters.list('velden', /^[A-Za-z]+$/);
  const unknown = fields.find((field) => !known.includes(field));
  if (unknown !== undefined) throw new Refusal(400, `Onbekend veld in velden: ${unknown}`);
  if (switches.maxVelden > 0 && fields.length > switches.maxVelden) throw new Refusal(400, `Parameter velden neemt ten hoogste ${switches.maxVelden} velden`);
  return fields;
}

/** The chosen fields of a body; one that it lacks stays away. */
export function pickFields(body: Readonly<Record<string, unknown>>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, body[field]]));
}
