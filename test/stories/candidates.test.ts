import { describe, expect, test } from 'vitest';
import { everyFieldOf } from '../support/every-field.ts';
import { dataOf, useStory } from '../support/story.ts';
import { callsOf, queriesOf } from '../support/upstream-calls.ts';

const story = useStory({ scale: 0.2 });

interface Page {
  readonly candidates: {
    readonly nodes: readonly ({ readonly id: string } & Readonly<Record<string, unknown>>)[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly totalCount?: number | null;
    readonly sources: readonly { readonly source: string; readonly status: string; readonly unsupportedFilters: readonly string[] }[];
  };
}

async function page(fields: string, args = 'first: 10', variables: Readonly<Record<string, unknown>> = {}): Promise<Page['candidates']> {
  const declared = Object.keys(variables).length === 0 ? '' : '($filter: CandidateFilter)';
  return (await story.data<Page>(`query${declared} { candidates(${args}) { nodes { ${fields} } pageInfo { hasNextPage endCursor } sources { source status unsupportedFilters } } }`, variables)).candidates;
}

async function found(filter: Readonly<Record<string, unknown>>): Promise<string[]> {
  const { nodes } = await page('id', 'first: 100, filter: $filter', { filter });
  return nodes.map(({ id }) => id).toSorted();
}

/** VDAB's search gives the open CVs. */
function open() {
  return story.sandbox.definitions.vdab.data.candidates.filter(({ document }) => document.status === 'OPEN');
}

function applicants() {
  return story.sandbox.definitions.cegid.data.candidates;
}

describe('the list of CVs', () => {
  test.each([
    ['id source sourceId', []],
    ['status updatedOn', ['status', 'wijzigingsDatum']],
    ['skills { kind }', ['competenties']],
    ['person { lastName } desiredJob { workRegimes } educations { code }', ['natuurlijkPersoon', 'gewensteJob', 'opleidingen']],
  ])('of which %s is selected is asked for just that, and for no details', async (fields, velden) => {
    await page(fields, 'first: 10, sources: [VDAB]');
    const [query] = queriesOf(story.sandbox.upstreams.vdab, /kandidaten$/);
    expect((query?.getAll('velden') ?? []).toSorted()).toEqual(velden.toSorted());
    expect(callsOf(story.sandbox)).toEqual({ 'vdab GET v1/kandidaten': 1 });
  });

  test('details are fetched only for what the list cannot bring, one a row of the page', async () => {
    await page('id raw', 'first: 10, sources: [VDAB]');
    expect(callsOf(story.sandbox)).toEqual({ 'vdab GET v1/kandidaten': 1, 'vdab GET v1/kandidaten/{id}': 10 });
  });

  test('of both sources: walking it gives everyone once, the sources in turn', async () => {
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { candidates }: Page = await story.data<Page>('query($after: String) { candidates(first: 17, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } sources { source status unsupportedFilters } } }', { after });
      ids.push(...candidates.nodes.map(({ id }) => id));
      after = candidates.pageInfo.endCursor;
      more = candidates.pageInfo.hasNextPage;
    }
    const [vdab, cegid] = [open().map(({ id }) => `vdab:candidate:${id}`), applicants().map(({ candidateDetail }) => `cegid:candidate:${candidateDetail.id}`)];
    expect(ids.filter((id) => id.startsWith('vdab:'))).toEqual(vdab);
    expect(ids.filter((id) => id.startsWith('cegid:'))).toEqual(cegid);
    expect(ids).toHaveLength(vdab.length + cegid.length);
    expect(ids.slice(0, 4)).toEqual([vdab[0], cegid[0], vdab[1], cegid[1]]);
  });

  test('nothing of a person is kept: the same question is asked anew', async () => {
    const gateway = await story.cold();
    const document = '{ candidates(first: 2) { nodes { id person { lastName email } raw } } }';
    await dataOf(gateway, document);
    const once = callsOf(story.sandbox);
    for (const upstream of Object.values(story.sandbox.upstreams)) upstream.reset();
    await dataOf(gateway, document);
    expect(callsOf(story.sandbox)).toEqual({ ...once, 'cegid POST api/token': undefined });
  });

  test('nor is anything of a person in the log, also where it fails', async () => {
    const gateway = await story.cold({ LOG_LEVEL: 'debug' });
    await gateway.query('{ candidates(first: 20) { nodes { person { firstName lastName email mobile } } } }');
    story.sandbox.upstreams.vdab.faults.add({ kind: 'status', status: 500, path: 'kandidaten/' });
    await gateway.query('{ candidates(first: 5, filter: { emails: ["someone@example.org"] }) { nodes { raw } } }');
    const logged = gateway.logged.join('\n');
    expect(logged).not.toContain('@example.org');
    for (const { document } of open().slice(0, 20)) expect(logged).not.toContain(document.cvId);
  });
});

describe('a candidate', () => {
  test('has every part of the document, each skill as its kind', async () => {
    const record = open().find(({ document: { competenties = [], opleidingen = [], gewensteJob } }) => new Set(competenties.map(({ type }) => type)).size >= 4 && opleidingen.length > 0 && gewensteJob !== undefined);
    if (record === undefined) throw new Error('no such candidate');
    const { candidate } = await story.data<{ candidate: Record<string, unknown> }>(
      `query($id: ID!) { candidate(id: $id) {
        id sourceId status updatedOn references { kind value } person { firstName lastName mobile officialAddress { postalCode city countryCode } }
        experiences { title employer from to } educations { kind code info obtainedIn diploma } certificates { kind code ownsCar }
        skills { __typename kind ... on LanguageSkill { language code level } ... on TechnicalSkill { technical: code score } ... on SoftSkill { soft: code } ... on FreeSkill { name description } ... on OtherSkill { raw } }
        desiredJob { workRegimes workSystems regions { code nuts { code } } functions { title experience profileCode } } raw
      } }`,
      { id: `vdab:candidate:${record.id}` },
    );
    const { document } = record;
    const kindOf = { talen: 'LanguageSkill', technischeCompetentie: 'TechnicalSkill', softSkill: 'SoftSkill', vrijeCompetentie: 'FreeSkill', portfolio: 'OtherSkill', digitaleVaardigheid: 'OtherSkill' } as const;
    expect(candidate).toMatchObject({
      sourceId: record.id,
      status: 'OPEN',
      updatedOn: document.wijzigingsDatum,
      person: { firstName: document.natuurlijkPersoon?.voornaam, lastName: document.natuurlijkPersoon?.achternaam, mobile: document.natuurlijkPersoon?.gsm ?? null },
      skills: document.competenties?.map(({ type }) => ({ __typename: kindOf[type], kind: type })),
      educations: document.opleidingen?.map(({ type, naam = null, diploma = null }) => ({ kind: type, code: naam, diploma })),
      desiredJob: { workRegimes: document.gewensteJob?.arbeidsRegimes ?? [], functions: (document.gewensteJob?.functies ?? []).map(({ titel }) => ({ title: titel.trim() })) },
      raw: JSON.parse(JSON.stringify(document)) as unknown,
    });
  });

  test('every field of every candidate can be read', async () => {
    const { nodes } = await page(everyFieldOf('Candidate'), 'first: 100');
    expect(nodes).toHaveLength(100);
  });

  test('that is unknown, deleted or of another form is null', async () => {
    const [record] = open();
    const gone = story.sandbox.definitions.vdab.data.candidates.find(({ document }) => document.status === 'VERWIJDERD');
    const ids = ['vdab:candidate:00000000-0000-4000-8000-000000000000', `vdab:candidate:${gone?.id}`, 'vdab:candidate:initial', 'vdab:candidate:bulk', 'cegid:candidate:nobody', 'cegid:candidate:_TS-99999'];
    for (const id of ids) expect(await story.data('query($id: ID!) { candidate(id: $id) { id person { lastName } } }', { id })).toEqual({ candidate: null });
    expect(record).toBeDefined();
  });

  test('tells what it applied to, the vacancies of a page in one call', async () => {
    const gateway = await story.cold();
    const { candidates } = await dataOf<Page>(gateway, '{ candidates(first: 30, sources: [CEGID]) { nodes { id applicationsTo { id title } attachments { id isResume mimeType fileName url } } } }');
    expect(callsOf(story.sandbox)).toEqual({ 'cegid POST api/token': 1, 'cegid GET api/exports/v1/candidates': 1, 'cegid GET api/exports/v1/vacancies': 1 });
    for (const [index, { applicationsTo, attachments }] of candidates.nodes.entries()) {
      const applicant = applicants()[index];
      const applied = new Set(applicant?.applications.flatMap(({ vacancyReference }) => vacancyReference ?? []));
      const titles = [...applied].map((reference) => story.sandbox.definitions.cegid.data.vacancies.find((one) => one.reference === reference)?.jobDescription.title);
      expect((applicationsTo as { title: string }[]).map(({ title }) => title)).toEqual(titles);
      expect(attachments).toEqual(applicant?.attachments.map(({ id, isResume, mimeType, filename }) => ({ id: `cegid:attachment:${applicant.candidateDetail.id}/${id}`, isResume, mimeType, fileName: filename, url: null })));
    }
  });
});

describe('filters of candidates', () => {
  test('studies and desired regions are VDAB’s to apply; Cegid is left out and says so', async () => {
    const study = open().flatMap(({ document }) => document.opleidingen ?? []).find(({ naam }) => naam !== undefined)?.naam ?? '';
    expect(await found({ studies: [study] })).toEqual(open().filter(({ document }) => document.opleidingen?.some(({ naam }) => naam === study)).map(({ id }) => `vdab:candidate:${id}`).toSorted());
    const [query] = queriesOf(story.sandbox.upstreams.vdab, /kandidaten$/);
    expect(query?.getAll('studies')).toEqual([study]);
    const { sources } = await page('id', 'filter: $filter', { filter: { desiredRegions: ['BE211A'] } });
    expect(sources.map(({ source, status, unsupportedFilters }) => [source, status, unsupportedFilters])).toEqual([['VDAB', 'OK', []], ['CEGID', 'SKIPPED', ['desiredRegions']]]);
  });

  test('a NUTS code takes in what VDAB has below it', async () => {
    const wanted = open().filter(({ document }) => document.gewensteJob?.regios?.some((region) => region.startsWith('BE23')));
    expect(wanted.length).toBeGreaterThan(0);
    expect(await found({ nuts: ['BE23'] })).toEqual(wanted.map(({ id }) => `vdab:candidate:${id}`).toSorted());
  });

  test('those that changed since an instant, at both sources', async () => {
    const since = new Date(story.sandbox.clock.now() - 20 * 24 * 60 * 60_000);
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' }).format(since);
    const expected = [
      ...open().filter(({ document }) => document.wijzigingsDatum >= day).map(({ id }) => `vdab:candidate:${id}`),
      ...applicants().filter(({ candidateDetail }) => Date.parse(candidateDetail.modificationDate) > since.getTime()).map(({ candidateDetail }) => `cegid:candidate:${candidateDetail.id}`),
    ];
    expect(await found({ updatedAfter: since })).toEqual(expected.toSorted());
  });

  test('by their own ids and by e-mail address', async () => {
    const applicant = applicants().find(({ candidateDetail }) => candidateDetail.personalInformation.email !== null);
    const [record] = open();
    const [mine, theirs] = [`cegid:candidate:${applicant?.candidateDetail.id}`, `vdab:candidate:${record?.id}`];
    expect(await found({ ids: [record?.id, applicant?.candidateDetail.id] })).toEqual([mine, theirs].toSorted());
    const filter = { emails: [applicant?.candidateDetail.personalInformation.email] };
    const { nodes, sources } = await page('id', 'filter: $filter', { filter });
    expect(nodes.map(({ id }) => id)).toEqual([mine]);
    expect(sources.find(({ source }) => source === 'VDAB')).toMatchObject({ status: 'SKIPPED', unsupportedFilters: ['emails'] });
  });
});

test('a source that is down costs its candidates and is named', async () => {
  const gateway = await story.cold();
  await story.sandbox.upstreams.cegid.stop();
  const { data, errors } = await gateway.query<Page>('{ candidates(first: 10) { totalCount nodes { id person { lastName } } sources { source status } } }');
  expect(errors).toEqual([]);
  expect(data?.candidates.totalCount).toBeNull();
  expect(data?.candidates.nodes).toHaveLength(10);
  expect(data?.candidates.sources).toEqual([{ source: 'VDAB', status: 'OK' }, { source: 'CEGID', status: 'FAILED' }]);
});
