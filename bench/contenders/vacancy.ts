/** What both jobs read of a vacancy of VDAB. Trusted to have this shape: a hand-written program of one day's work would. */
export interface VdabVacancy {
  readonly vacatureReferentie: { readonly interneReferentie: string };
  readonly status: string;
  readonly aantalJobs?: number;
  readonly publicatieDatum?: string;
  readonly depublicatieDatum?: string;
  readonly leverancier?: { readonly kboNummer?: string; readonly naam: string };
  readonly functie: { readonly functieTitel: string; readonly jobdomeinen: readonly string[] };
  readonly arbeidsovereenkomst?: { readonly arbeidsContract: string; readonly aantalUur?: number; readonly minimumBrutoLoon?: number; readonly maximumBrutoLoon?: number };
  readonly tewerkstellingsadres?: { readonly straat?: string; readonly postcode: string; readonly gemeente: string; readonly locatie?: { readonly latitude: number; readonly longitude: number } };
  readonly sollicitatieprocedure?: { readonly sollicitatieVia: { readonly webformulier?: string; readonly email?: string } };
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
    location: tewerkstellingsadres === undefined ? null : { city: cityOf(tewerkstellingsadres.gemeente) },
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
    location: address === undefined ? null : { street: address.straat ?? null, postalCode: address.postcode.replace(/^[A-Z]{2}-/, ''), city: cityOf(address.gemeente), point: address.locatie ?? null },
    employment: { contractType: contract === undefined ? null : { code: contract.arbeidsContract }, hoursMin: contract?.aantalUur ?? null, salaryMin: euros(contract?.minimumBrutoLoon), salaryMax: euros(contract?.maximumBrutoLoon) },
    fields: functie.jobdomeinen.map((code) => ({ code })),
    application: { url: by?.webformulier ?? null, email: by?.email ?? null },
  };
}

function organisationOf(supplier: VdabVacancy['leverancier']): object | null {
  if (supplier === undefined) return null;
  return { id: `vdab:organisation:${supplier.kboNummer ?? encodeURIComponent(supplier.naam)}`, name: supplier.naam };
}

function cityOf(gemeente: string): string {
  return gemeente.replace(/^\d{4}-/, '');
}

function euros(amount: number | undefined): object | null {
  return amount === undefined ? null : { amount, currency: 'EUR' };
}
