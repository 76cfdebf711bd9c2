import { describe, expect, test } from 'vitest';
import { createCso } from '../../../sandbox/cso/index.ts';
import { createIctergezocht } from '../../../sandbox/ictergezocht/index.ts';
import { MovableClock } from '../../../sandbox/kit/clock.ts';
import { checkJob, checkVacancy, type Validation } from '../../../src/domain/posting/check.ts';
import type { JobDraft, VacancyDraft } from '../../../src/domain/posting/drafts.ts';
import { inInput } from '../../../src/domain/posting/input-form.ts';
import { userErrorsOfBoard } from '../../../src/domain/posting/ictergezocht/board-errors.ts';
import type { PublishInput } from '../../../src/domain/posting/inputs.ts';
import { draftsOf } from '../../../src/domain/posting/publish.ts';
import { jobOfPublish } from '../../../src/domain/posting/publish-job.ts';
import { vacancyOfPublish } from '../../../src/domain/posting/publish-vacancy.ts';
import { listsOfBoard, listsOfCso } from './lists-of-sandbox.ts';
import { goodPublish, now, phase, phaseCodes } from './samples.ts';

const options = { clock: new MovableClock(), seed: 1, scale: 1 };
const lists = { cso: listsOfCso(createCso(options).data), ictergezocht: listsOfBoard(createIctergezocht(options).data) };

function job(change: Partial<PublishInput> = {}): JobDraft {
  return jobOfPublish({ ...goodPublish, ...change }).job;
}
function vacancy(change: Partial<PublishInput> = {}): VacancyDraft {
  return vacancyOfPublish({ ...goodPublish, ...change }).vacancy;
}
/** Paths of the errors and warnings on both channels, each with its code and without its `input`. */
function errorsOf(input: PublishInput): { readonly cso: readonly string[]; readonly ictergezocht: readonly string[] } {
  const [own, board] = [jobOfPublish(input), vacancyOfPublish(input)];
  return { cso: placeAndCode(checkJob(own.job, lists.cso, now, own.form).userErrors), ictergezocht: placeAndCode(checkVacancy(board.vacancy, lists.ictergezocht, now, board.form).userErrors) };
}
function placeAndCode(errors: Validation['userErrors']): readonly string[] {
  return errors.map(({ code, path }) => `${path.slice(1).join('.')} ${code}`);
}
const withCso = (change: PublishInput['cso']): Partial<PublishInput> => ({ cso: { ...goodPublish.cso, ...change } });

describe('one input', () => {
  test('is a draft for each channel that is asked for, once', () => {
    expect(draftsOf(goodPublish, ['ICTERGEZOCHT', 'CSO', 'ICTERGEZOCHT']).map(({ draft }) => draft.channel)).toEqual(['ICTERGEZOCHT', 'CSO']);
  });

  test('that satisfies every rule has no errors on either channel', () => {
    expect(errorsOf(goodPublish)).toEqual({ cso: [], ictergezocht: [] });
  });

  test('without anything but its number is told all that each channel requires', () => {
    expect(errorsOf({ referenceNumber: 'ref-1' })).toEqual({
      cso: ['cso.organisationCode', 'title', 'description', 'requirements', 'cso.applicationTypes', 'city', 'cso.educationLevels', 'cso.jobCategories', 'cso.jobBranches', 'cso.regions', 'hoursMax', 'cso.contractType', 'cso.visible', 'salaryText'].map((path) => `${path} REQUIRED`),
      ictergezocht: ['title', 'description', 'city'].map((path) => `${path} REQUIRED`),
    });
  });
});

describe('for CSO', () => {
  test('the common fields become its own', () => {
    expect(job({ hoursMin: 24, salaryMin: 2500, salaryMax: 3500, applicationUrl: 'https://example.org' })).toMatchObject({
      jobCode: null,
      internalReferenceCode: 'ref-1',
      name: 'Ontwikkelaar',
      description: 'Je bouwt software.',
      requirements: 'Hbo',
      city: 'Utrecht',
      postcode: '3511AA',
      hoursMin: 24,
      hoursMax: 36,
      salaryMin: 2500,
      salaryMax: 3500,
      payDescription: 'in overleg',
      applicationEmail: 'jo@example.org',
      applicationUrl: 'https://example.org',
      applicationContact: { name: 'Jo Jansen' },
    });
  });

  test('what is said for it goes first', () => {
    const own = withCso({ payDescription: 'schaal 10', applicationEmail: 'cso@example.org', applicationContact: { name: 'Kim', phone: '0701234567' } });
    expect(job(own)).toMatchObject({ payDescription: 'schaal 10', applicationEmail: 'cso@example.org', applicationContact: { name: 'Kim', phone: '0701234567' } });
    expect(job(withCso({ applicationContact: { email: 'kim@example.org' } }))).toMatchObject({ applicationEmail: 'kim@example.org', applicationContact: { name: 'Jo Jansen' } });
  });

  test('the phase that starts last ends with the closing day in the Netherlands, summer and winter', () => {
    const twoSets = withCso({ publicationSets: [{ publications: [phase(phaseCodes.intern, 9, null), phase(phaseCodes.extern, 2, 9)] }, { publications: [phase(phaseCodes.extern, 1, 9)] }] });
    expect(job(twoSets).publicationSets?.[0]?.publications.map(({ endsAt }) => endsAt?.toISOString().slice(0, 19))).toEqual(['2027-01-31T22:59:59', expect.any(String)]);
    expect(job({ ...twoSets, closesOn: '2027-07-31' }).publicationSets?.[0]?.publications[0]?.endsAt).toEqual(new Date('2027-07-31T21:59:59Z'));
  });

  test('a phase with an end keeps it, and another without one stays without', () => {
    const ended = phase(phaseCodes.extern, 5, 9);
    const sets = job(withCso({ publicationSets: [{ publications: [phase(phaseCodes.intern, 1, null), ended] }] })).publicationSets;
    expect(sets?.[0]?.publications.map(({ endsAt }) => endsAt)).toEqual([null, ended.endsAt]);
  });
});

describe('for ICTerGezocht', () => {
  test('the common fields become its own', () => {
    expect(vacancy()).toEqual({
      referenceNumber: 'ref-1',
      title: 'Ontwikkelaar',
      description: 'Je bouwt software.\n\nHbo',
      location: 'Utrecht',
      countryCode: 'NL',
      education: null,
      experience: null,
      employment: null,
      hours: '36 uur per week',
      salary: 'in overleg',
      industry: null,
      company: null,
      companyUser: { name: 'Jo Jansen', email: 'jo@example.org', phone: null, photoUrl: null, functionId: null },
      atsId: null,
      autoDeleteDate: '2027-01-31',
      customFields: null,
    });
  });

  test('what is said for it goes first', () => {
    const own = { location: 'Zwolle', hours: 'voltijd', salary: 'goed', autoDeleteDate: '2027-02-28', companyUser: { name: 'Kim', email: 'kim@example.org' }, company: { name: 'Voorbeeld' } };
    expect(vacancy({ ictergezocht: own })).toMatchObject(own);
  });

  test.each([
    [{ city: ' ' }, { location: '3511AA' }],
    [{ hoursMin: 31.5 }, { hours: '31,5-36 uur per week' }],
    [{ hoursMin: 36 }, { hours: '36 uur per week' }],
    [{ hoursMax: null, hoursMin: 20 }, { hours: null }],
    [{ requirements: ' ' }, { description: 'Je bouwt software.' }],
    [{ description: null }, { description: null }],
    [{ contactName: null, contactEmail: null }, { companyUser: null }],
  ] as const)('%j makes %j', (change, expected) => {
    expect(vacancy(change)).toMatchObject(expected);
  });
});

describe('an error points into the input as it was sent', () => {
  const last = { publicationSets: [{ publications: [phase(phaseCodes.extern, 100, null)] }] };
  test.each([
    ['cso', { title: ' ' }, 'title REQUIRED'],
    ['cso', { contactEmail: 'jo' }, 'contactEmail INVALID_FORMAT'],
    ['cso', withCso({ applicationEmail: 'jo' }), 'cso.applicationEmail INVALID_FORMAT'],
    ['cso', withCso({ applicationContact: { email: 'jo' } }), 'cso.applicationContact.email INVALID_FORMAT'],
    ['cso', { contactEmail: null }, 'contactEmail REQUIRED'],
    ['cso', withCso({ onlineApplicationTypes: ['EST.04'] }), 'applicationUrl REQUIRED'],
    ['cso', { salaryText: null }, 'salaryText REQUIRED'],
    ['cso', withCso({ regions: ['BRG.0214', 'BE'] }), 'cso.regions.1 CONFLICT'],
    ['cso', { postcode: null }, 'postcode REQUIRED'],
    ['cso', withCso(last), 'closesOn OUT_OF_RANGE'],
    ['cso', { ...withCso(last), closesOn: null }, 'cso.publicationSets.0.publications.0.endsAt REQUIRED'],
    ['cso', withCso({ extra: { features: { location: { city: 'Zwolle' } } } }), 'cso.extra.features.location.city CONFLICT'],
    ['ictergezocht', { title: 'x'.repeat(256) }, 'title TOO_LONG'],
    ['ictergezocht', { contactName: null }, 'contactName REQUIRED'],
    ['ictergezocht', { contactEmail: null }, 'contactEmail REQUIRED'],
    ['ictergezocht', { ictergezocht: { companyUser: { name: 'Kim', email: 'kim' } } }, 'ictergezocht.companyUser.email INVALID_FORMAT'],
    ['ictergezocht', { closesOn: '2026-01-01' }, 'closesOn OUT_OF_RANGE'],
    ['ictergezocht', { ictergezocht: { autoDeleteDate: '2026-01-01' } }, 'ictergezocht.autoDeleteDate OUT_OF_RANGE'],
    ['ictergezocht', { salaryText: 'x'.repeat(256) }, 'salaryText TOO_LONG'],
    ['ictergezocht', { ictergezocht: { salary: 'x'.repeat(256) } }, 'ictergezocht.salary TOO_LONG'],
    ['ictergezocht', { countryCode: 'nl' }, 'countryCode INVALID_FORMAT'],
    ['ictergezocht', { city: null, postcode: null }, 'city REQUIRED'],
    ['ictergezocht', { ictergezocht: { customFields: [{ name: '', value: 'x' }] } }, 'ictergezocht.customFields.0.name REQUIRED'],
  ] as const)('%s: %j', (channel, change, expected) => {
    expect(errorsOf({ ...goodPublish, ...change })[channel]).toEqual([expected]);
  });

  test('and its message uses the names of that input', () => {
    const { job: draft, form } = jobOfPublish({ ...goodPublish, title: null, salaryText: null });
    expect(checkJob(draft, lists.cso, now, form).userErrors.map(({ message }) => message)).toEqual([
      'title is required: state it.',
      'The pay is required: state cso.payScales if the organisation pays by scale, else salaryMin and salaryMax, or salaryText in words.',
    ]);
  });
});

function placeAndWords(errors: ReturnType<typeof userErrorsOfBoard>) {
  return errors.map(({ path, label, message }) => [path.join('.'), label, message]);
}

describe('the board’s own word', () => {
  const word = [
    { error: 'Geen e-mailadres.', label: 'E-mail', path: 'companyUser.email' },
    { error: 'Te lang.', label: '', path: 'customFields.1.value' },
    { error: 'Te lang.', label: null, path: 'customFields[0][name]' },
    { error: 'Vol.', label: '', path: '' },
  ];

  test('points into the input that was sent, with the board’s label or ours', () => {
    expect(placeAndWords(inInput(userErrorsOfBoard(word), vacancyOfPublish(goodPublish).form))).toEqual([
      ['input.contactEmail', 'E-mail', 'Geen e-mailadres.'],
      ['input.ictergezocht.customFields.1.value', 'Waarde extra veld', 'Te lang.'],
      ['input.ictergezocht.customFields.0.name', 'Naam extra veld', 'Te lang.'],
      ['input', null, 'Vol.'],
    ]);
    const own = { ...goodPublish, ictergezocht: { companyUser: { name: 'Kim', email: 'kim@example.org' } } };
    expect(placeAndWords(inInput(userErrorsOfBoard(word), vacancyOfPublish(own).form))[0]?.[0]).toBe('input.ictergezocht.companyUser.email');
  });

  test('is an error with the code that its status stands for', () => {
    expect(userErrorsOfBoard([{ error: 'Op.', label: null, path: null }], 'INSUFFICIENT_CREDITS')).toEqual([{ code: 'INSUFFICIENT_CREDITS', severity: 'ERROR', message: 'Op.', path: [], label: null, upstreamCode: null }]);
    expect(userErrorsOfBoard(word).map(({ code }) => code)).toEqual(word.map(() => 'CHANNEL_REFUSED'));
  });
});
