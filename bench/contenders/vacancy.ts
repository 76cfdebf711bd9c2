/**
 * What both jobs read of a vacancy of VDAB. Trusted to have this shape: a hand-written program of one day's work would. What VDAB leaves
 * out is null where a GraphQL server stands in between.
 */
export interface VdabVacancy {
  readonly vacatureReferentie: { readonly interneReferentie: string };
  readonly status: string;
  readonly aantalJobs?: number | null;
  readonly publicatieDatum?: string | null;
  readonly depublicatieDatum?: string | null;
  readonly leverancier?: { readonly kboNummer?: string | null; readonly naam: string } | null;
  readonly functie: { readonly functieTitel: string; readonly jobdomeinen: readonly string[] };
  readonly arbeidsovereenkomst?: { readonly arbeidsContract: string; readonly aantalUur?: number | null; readonly minimumBrutoLoon?: number | null; readonly maximumBrutoLoon?: number | null } | null;
  readonly tewerkstellingsadres?: { readonly straat?: string | null; readonly postcode: string; readonly gemeente: string; readonly locatie?: { readonly latitude: number; readonly longitude: number } | null } | null;
  readonly sollicitatieprocedure?: { readonly sollicitatieVia: { readonly webformulier?: string | null; readonly email?: string | null } } | null;
}

export interface VdabIds {
  readonly resultaten: readonly { readonly vacatureReferentie: { readonly interneReferentie: string } }[];
}

/** A row of the list. */
export function rowOf(vacancy: VdabVacancy): object {
  const { vacatureReferentie, functie, publicatieDatum, leverancier, tewerkstellingsadres } = vacancy;
  return {
    id: `vdab:vacancy:${vacatureReferentie.interneReferentie}`,
    title: functie.functieTitel.trim(),
    publishedOn: publicatieDatum ?? null,
    organisation: organisationOf(leverancier),
    location: tewerkstellingsadres ? { city: cityOf(tewerkstellingsadres.gemeente) } : null,
  };
}

/** The page of one vacancy. */
export function detailOf(vacancy: VdabVacancy): object {
  const { vacatureReferentie, functie, aantalJobs, publicatieDatum, depublicatieDatum, leverancier, tewerkstellingsadres: address, arbeidsovereenkomst: contract } = vacancy;
  const by = vacancy.sollicitatieprocedure?.sollicitatieVia;
  return {
    id: `vdab:vacancy:${vacatureReferentie.interneReferentie}`,
    title: functie.functieTitel.trim(),
    nativeStatus: vacancy.status,
    openings: aantalJobs ?? null,
    publishedOn: publicatieDatum ?? null,
    closesOn: depublicatieDatum ?? null,
    organisation: organisationOf(leverancier),
    location: address ? { street: address.straat ?? null, postalCode: address.postcode.replace(/^[A-Z]{2}-/, ''), city: cityOf(address.gemeente), point: address.locatie ?? null } : null,
    employment: { contractType: contract ? { code: contract.arbeidsContract } : null, hoursMin: contract?.aantalUur ?? null, salaryMin: euros(contract?.minimumBrutoLoon), salaryMax: euros(contract?.maximumBrutoLoon) },
    fields: functie.jobdomeinen.map((code) => ({ code })),
    application: { url: by?.webformulier ?? null, email: by?.email ?? null },
  };
}

function organisationOf(supplier: VdabVacancy['leverancier']): object | null {
  if (!supplier) return null;
  return { id: `vdab:organisation:${supplier.kboNummer ?? encodeURIComponent(supplier.naam)}`, name: supplier.naam };
}

function cityOf(gemeente: string): string {
  return gemeente.replace(/^\d{4}-/, '');
}

function euros(amount: number | null | undefined): object | null {
  return typeof amount !== 'number' ? null : { amount, currency: 'EUR' };
}
