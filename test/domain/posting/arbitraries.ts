import * as fc from 'fast-check';
import type { ContactInput, PostalAddressInput, PublicationInput, SaveJobInput, VacancyInput } from '../../../src/domain/posting/inputs.ts';
import { inDays } from './samples.ts';

const text = fc.oneof({ weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) }, { weight: 1, arbitrary: fc.constantFrom('', ' ', '<p>x</p>', '"', '\u0000') });
const code = (...codes: readonly string[]) => fc.constantFrom(...codes);
const codes = (...values: readonly string[]) => fc.array(code(...values), { maxLength: 3 });
const email = fc.oneof({ weight: 6, arbitrary: fc.constantFrom('werk@example.org', 'j.o+ict@sub.example.nl') }, { weight: 1, arbitrary: fc.constantFrom('nobody', 'a b@example.org', '@example.org', '') });
const url = fc.oneof({ weight: 6, arbitrary: fc.constantFrom('https://example.org/a?b=c#d', 'http://example.nl') }, { weight: 1, arbitrary: fc.constantFrom('example.org', 'ftp://example.org', '') });

/** One of two, the first mostly: an input with many fields would else hardly ever be right in all of them. */
function mostly<T, U>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: 24, arbitrary: usual }, { weight: 1, arbitrary: other });
}
/** Something right, and at times nothing. */
function optional<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { freq: 2 });
}

const address: fc.Arbitrary<PostalAddressInput> = fc.record({ street: mostly(fc.constant('Postbus 1'), fc.constant(null)), houseNumber: optional(text), postcode: mostly(fc.constant('2500EA'), fc.constant('')), city: mostly(fc.constant('Den Haag'), fc.constant(null)), email: optional(email) });
const contact: fc.Arbitrary<ContactInput> = fc.record({ name: optional(text), email: optional(email), phone: optional(text), url: optional(url), address: optional(address) });
const phase: fc.Arbitrary<PublicationInput> = fc
  .record({ status: mostly(code('PUB.02', 'PUB.04', 'PUB.06', 'PUB.08'), code('PUB.99')), start: fc.integer({ min: 1, max: 60 }), days: mostly(fc.integer({ min: 1, max: 20 }), fc.integer({ min: -3, max: 0 })) })
  .map(({ status, start, days }) => ({ status, startsAt: inDays(start), endsAt: inDays(start + days) }));
const pay = mostly(
  fc.oneof(
    fc.record({ payScales: codes('MTBI9LD7', '1Y08ZSFF'), payDescription: optional(text) }),
    fc.record({ salaryMin: fc.integer({ min: 1500, max: 3000 }), salaryMax: optional(fc.integer({ min: 3000, max: 9000 })) }),
    fc.record({ payDescription: text }),
  ),
  fc.record({ payScales: codes('MTBI9LD7', 'ZZZZZZZZ'), salaryMin: optional(fc.integer({ min: -1, max: 9000 })) }),
);

/** Jobs of which many are right and many are wrong in one thing or another. */
export const anyJob: fc.Arbitrary<SaveJobInput> = fc
  .tuple(
    fc.record({
      internalReferenceCode: mostly(fc.uuid(), text),
      organisationCode: mostly(code('04010', '01130', '01140'), code('99999', '')),
      name: text,
      description: text,
      requirements: text,
      otherDetails: optional(text),
      employer: optional(text),
      department: optional(text),
      openings: optional(fc.integer({ min: 1, max: 9 })),
      applicationTypes: mostly(fc.subarray(['electronic', 'written'], { minLength: 1 }), codes('fax', '')),
      onlineApplicationTypes: optional(codes('EST.02', 'EST.04', 'EST.06')),
      applicationEmail: mostly(email, fc.constant(null)),
      applicationUrl: fc.option(url, { freq: 1 }),
      applicationAddress: fc.option(address, { freq: 4 }),
      applicationContact: optional(contact),
      informationContact: optional(contact),
      city: mostly(fc.constant('Utrecht'), text),
    }),
    fc.record({
      postcode: mostly(fc.constant('3511AA'), fc.constant(null)),
      educationLevels: mostly(fc.subarray(['CWD.08', 'CWD.0802'], { minLength: 1 }), codes('CWD.99', 'CWD.08')),
      jobCategories: mostly(fc.subarray(['CFT.02', 'CFT.14'], { minLength: 1 }), codes('CFT.2')),
      jobBranches: mostly(fc.subarray(['CVG.08', 'CVG.0802'], { minLength: 1 }), codes('CFT.14')),
      regions: fc.oneof({ weight: 6, arbitrary: fc.subarray(['BRG.0214', 'BRG.0228', 'BRG.02'], { minLength: 1 }) }, { weight: 2, arbitrary: code('BE', 'DE').map((one) => [one]) }, { weight: 1, arbitrary: codes('BRG.0214', 'BE', 'XX') }),
      hoursMin: optional(fc.integer({ min: 0, max: 24 })),
      hoursMax: mostly(fc.double({ min: 24, max: 40, noNaN: true }), fc.constant(null)),
      contractType: mostly(code('CSD.02', 'CSD.0402'), code('CSD', '')),
      drivingLicences: optional(mostly(codes('b', 'A1'), codes('B'))),
      securityScreening: optional(mostly(code('VFN.01'), code('', 'A'))),
      structureGroup: optional(mostly(code('JSG.02'), code('JSG'))),
      visible: mostly(fc.boolean(), fc.constant(null)),
      publicationSets: optional(fc.array(fc.record({ publications: fc.array(phase, { minLength: 1, maxLength: 2 }) }), { maxLength: 1 })),
    }),
    pay,
  )
  .map(([one, other, paid]) => ({ ...one, ...other, ...paid }));

/** Vacancies of which many are right and many are wrong in one thing or another. */
export const anyVacancy: fc.Arbitrary<VacancyInput> = fc.record({
  referenceNumber: mostly(fc.uuid(), text),
  title: text,
  description: text,
  location: text,
  countryCode: optional(mostly(code('NL', 'BE', 'CW'), code('nl', 'NLD', 'XX', ''))),
  education: optional(text),
  hours: optional(text),
  salary: optional(text),
  company: optional(fc.record({ name: text, logoUrl: optional(url), description: optional(text), typeId: optional(mostly(fc.constantFrom(1, 2, 7), fc.integer())) })),
  companyUser: optional(fc.record({ name: text, email, phone: optional(text), photoUrl: optional(url), functionId: optional(mostly(fc.constantFrom(1, 11, 101), fc.integer())) })),
  atsId: optional(text),
  autoDeleteDate: optional(mostly(code('2027-12-31', '2028-02-29'), code('2027-02-29', '2027-13-01', '31-12-2027', ''))),
  customFields: optional(fc.array(fc.record({ name: text, value: text }), { maxLength: 2 })),
});
