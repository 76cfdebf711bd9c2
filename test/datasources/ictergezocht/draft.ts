import type { Draft, VacancyDraft } from '../../../src/domain/posting/drafts.ts';

/** Reference numbers that no other test of a file uses: what is posted stays. */
export function referenceNumbers(): () => string {
  let number = 0;
  return () => {
    number += 1;
    return `WG-${number}`;
  };
}

/** A vacancy that the board takes. */
export function vacancyDraft(changes: Partial<VacancyDraft> = {}): Draft & { readonly channel: 'ICTERGEZOCHT' } {
  return {
    channel: 'ICTERGEZOCHT',
    vacancy: {
      referenceNumber: 'WG-1001',
      title: 'Netwerkbeheerder',
      description: '<p>Je beheert het netwerk.</p>',
      location: 'Zwolle',
      countryCode: 'NL',
      education: null,
      experience: null,
      employment: null,
      hours: '32 tot 36',
      salary: null,
      industry: null,
      company: { name: 'Waterschap', logoUrl: null, description: null, typeId: 1 },
      companyUser: { name: 'Ans de Boer', email: 'ans@example.org', phone: null, photoUrl: null, functionId: 11 },
      atsId: null,
      autoDeleteDate: '2027-01-31',
      customFields: [{ name: 'frameworks', value: 'geen' }],
      ...changes,
    },
  };
}
