import { describe, expect, test } from 'vitest';
import { useStory } from '../support/story.ts';

const story = useStory();

interface Text {
  readonly html: string;
  readonly plain: string;
  readonly short: string;
}
interface Row {
  readonly id: string;
  readonly description: Text | null;
  readonly requirements: Text | null;
  readonly otherDetails: Text | null;
  readonly employerText: Text | null;
  readonly jsonLd: Readonly<Record<string, unknown>> | null;
}

const text = '{ html plain short: plain(maxLength: 60) }';
const document = `query($source: Source!, $after: String) { vacancies(first: 100, sources: [$source], after: $after) {
  nodes { id description ${text} requirements ${text} otherDetails ${text} employerText ${text} jsonLd } pageInfo { hasNextPage endCursor } } }`;

async function everyVacancy(source: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { vacancies }: { vacancies: { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = await story.data(document, { source, after });
    rows.push(...vacancies.nodes);
    after = vacancies.pageInfo.endCursor;
    more = vacancies.pageInfo.hasNextPage;
  }
  return rows;
}

describe.each(['CSO', 'VDAB', 'CEGID'])('the texts of %s', (source) => {
  test('are sanitised: no script, no handler, no style of the upstream’s gets through', async () => {
    const { cso, vdab, cegid } = story.sandbox.definitions;
    const truth = JSON.stringify({ CSO: cso.data.jobs, VDAB: vdab.data.vacancies, CEGID: cegid.data.vacancies }[source]);
    expect(truth).toContain('pwned');
    const texts = (await everyVacancy(source)).flatMap(({ description, requirements, otherDetails, employerText }) => [description, requirements, otherDetails, employerText].filter((one) => one !== null));
    expect(texts.length).toBeGreaterThan(50);
    for (const { html, plain } of texts) {
      expect(html).not.toMatch(/pwned|<script|<iframe|<svg|<img|<style|\son\w+\s*=|\sstyle\s*=|javascript:/i);
      expect(plain).not.toMatch(/pwned|<\/?[a-z]/);
    }
  });

  test('are cut to a length, at most', async () => {
    const texts = (await everyVacancy(source)).flatMap(({ description }) => description ?? []);
    expect(texts.some(({ plain }) => plain.length > 60)).toBe(true);
    for (const { short } of texts) expect(short.length).toBeLessThanOrEqual(60);
  });
});

describe('jsonLd', () => {
  test.each(['CSO', 'VDAB'])('of %s is a schema.org JobPosting with what one needs', async (source) => {
    const postings = (await everyVacancy(source)).map(({ jsonLd }) => jsonLd).filter((posting) => posting !== null);
    expect(postings.length).toBeGreaterThan(20);
    for (const posting of postings) {
      expect(posting).toMatchObject({ '@context': expect.stringMatching(/^https:\/\/schema\.org\/?$/), '@type': 'JobPosting', title: expect.any(String), description: expect.any(String), datePosted: expect.stringMatching(/^\d{4}-\d\d-\d\d/), hiringOrganization: { '@type': 'Organization', name: expect.any(String) } });
      expect(posting['jobLocation'] ?? posting['jobLocationType']).toBeDefined();
      expect(JSON.stringify(posting)).not.toMatch(/pwned|<script/i);
    }
  });

  test('of a source that does not let its vacancies be published elsewhere is null', async () => {
    expect((await everyVacancy('CEGID')).filter(({ jsonLd }) => jsonLd !== null)).toEqual([]);
    const { sources } = await story.data<{ sources: { source: string; mayRepublish: boolean; attribution: string | null }[] }>('{ sources { source mayRepublish attribution } }');
    expect(sources.find(({ source }) => source === 'CEGID')?.mayRepublish).toBe(false);
    expect(sources.find(({ source }) => source === 'VDAB')?.attribution).toContain('VDAB');
  });
});
