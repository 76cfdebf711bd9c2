import * as codes from './codes.ts';
import type { VdabSwitches } from './switches.ts';
import type { Duplicates, EmploymentContract, Requirement, VacancyFunction, VacancyRecord } from './vacancy.ts';

/** What of the other vacancies a view needs: their numbers by internal reference. */
export type NumberOf = (id: string) => number | undefined;

export const deleted = 'VERWIJDERD';

/** The whole vacancy, or of a deleted one its references and status only. */
export function vacancyBody({ document, id }: VacancyRecord, switches: VdabSwitches, numberOf: NumberOf): Record<string, unknown> {
  const { vacatureReferentie, status, functie, profiel, arbeidsovereenkomst, dubbels } = document;
  if (status === deleted) return { vacatureReferentie: { interneReferentie: id, vdabReferentie: vacatureReferentie.vdabReferentie }, status };
  const coded = switches.codedFields === 'object';
  return {
    ...document,
    dubbels: dubbels === undefined ? undefined : duplicatesView(dubbels, switches, numberOf),
    ...(coded && {
      functie: codedFunction(functie),
      arbeidsovereenkomst: arbeidsovereenkomst === undefined ? undefined : codedContract(arbeidsovereenkomst),
      profiel: profiel === undefined ? undefined : { vereisten: profiel.vereisten.map(codedRequirement) },
    }),
  };
}

/** A row of search and `initial`: the internal reference and nothing else. */
export function referenceRow({ id }: { readonly id: string }): { readonly vacatureReferentie: { readonly interneReferentie: string } } {
  return { vacatureReferentie: { interneReferentie: id } };
}

function duplicatesView(dubbels: Duplicates, switches: VdabSwitches, numberOf: NumberOf): object {
  if (switches.dubbelIds === 'uuid') return dubbels;
  return { parentUuid: dubbels.parentUuid, dubbelIds: dubbels.dubbelIds.map(numberOf) };
}

function coded(code: string | undefined, labels: codes.Labels): { code: string; label: string } | undefined {
  return code === undefined ? undefined : { code, label: labels[code] ?? code };
}

function codedFunction(functie: VacancyFunction): object {
  const profile = functie.beroepsprofiel;
  return {
    ...functie,
    jobdomeinen: functie.jobdomeinen.map((code) => coded(code, codes.jobDomains)),
    beroepsprofiel: profile === undefined ? undefined : { ...coded(profile.code, codes.occupationLabels), ervaring: coded(profile.ervaring, codes.experience) },
  };
}

function codedContract(contract: EmploymentContract): object {
  return {
    ...contract,
    arbeidsContract: coded(contract.arbeidsContract, codes.contracts),
    arbeidsContractDuur: coded(contract.arbeidsContractDuur, codes.contractDurations),
    arbeidsRegime: coded(contract.arbeidsRegime, codes.regimes),
    arbeidsStelsel: contract.arbeidsStelsel.map((code) => coded(code, codes.schedules)),
  };
}

const requirementLabels: codes.Labels = { ...codes.languages, ...codes.technicalSkills, ...codes.softSkills };

function codedRequirement(requirement: Requirement): object {
  const labels = requirement.type === 'rijbewijs' ? codes.drivingLicences : requirementLabels;
  return {
    type: requirement.type,
    ...coded(requirement.code, labels),
    score: coded(requirement.score, codes.levels),
    diplomaNiveau: coded(requirement.diplomaNiveau, codes.diplomaLevels),
  };
}
