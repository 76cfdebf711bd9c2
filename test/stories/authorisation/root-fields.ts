/** What a root field asks, and arguments with which it can be asked. */
export interface RootField {
  /** Any of the outer list, all of the inner; null is open to everybody. */
  readonly needs: readonly (readonly string[])[] | null;
  readonly args?: string;
  /** Of what it gives; a field of a scalar has none. */
  readonly selects?: string;
}

const vacancies = [['vacancies:read']];
const candidates = [['candidates:read']];
const organisations = [['organisations:read']];
const enumerations = [['enumerations:read']];
const insights = [['insights:read']];
const applications = [['applications:read']];
const writes = [['vacancies:write']];
const indexes = [['indexing:write']];
const admin = [['admin']];
const since = '2026-11-01T00:00:00Z';
const july = 'period: { from: "2026-07-01", to: "2026-07-02" }';

/** Every root field as the contract has it: one that is not here has no place yet, and fails the matrix. */
export const rootFields: Readonly<Record<string, RootField>> = {
  'Query.node': { needs: null, args: 'id: "vdab:vacancy:initial"' },
  'Query.nodes': { needs: null, args: 'ids: []' },
  'Query._entities': { needs: null, args: 'representations: []' },
  'Query._service': { needs: null },
  'Query.vacancy': { needs: vacancies, args: 'id: "cso:vacancy:00000-000000000000"' },
  'Query.vacancies': { needs: vacancies, args: 'first: 1' },
  'Query.vacancyCount': { needs: vacancies },
  'Query.vacancyFacets': { needs: vacancies, args: 'by: REGION, sources: [CSO]' },
  'Query.vacancySnapshot': { needs: vacancies, args: 'source: VDAB, date: "2026-11-20", first: 1' },
  'Query.vacancyChanges': { needs: vacancies, args: `source: VDAB, since: "${since}", first: 1` },
  'Query.candidate': { needs: candidates, args: 'id: "vdab:candidate:00000000-0000-4000-8000-000000000000"' },
  'Query.candidates': { needs: candidates, args: 'first: 1' },
  'Query.candidateChanges': { needs: candidates, args: `source: VDAB, since: "${since}", first: 1` },
  'Query.candidateReads': { needs: admin },
  'Query.organisation': { needs: organisations, args: 'id: "cso:organisation:01130"' },
  'Query.organisations': { needs: organisations, args: 'first: 1' },
  'Query.enumerations': { needs: enumerations, args: 'sources: [ICTERGEZOCHT]' },
  'Query.enumerationValue': { needs: enumerations, args: 'id: "cso:enumeration:regions/BRG.0214"' },
  'Query.insights': { needs: insights, args: `${july}, first: 1` },
  'Query.insightSummary': { needs: insights, args: july },
  'Query.insightSeries': { needs: insights, args: july },
  'Query.clicks': { needs: insights, args: `${july}, first: 1` },
  'Query.application': { needs: applications, args: 'id: "ictergezocht:application:1"' },
  'Query.applications': { needs: applications },
  'Query.webhookDeliveries': { needs: applications },
  'Query.webhookEvents': { needs: admin },
  'Query.webhookSubscriptions': { needs: indexes },
  'Query.postings': { needs: writes },
  'Query.postingRules': { needs: null, args: 'channel: CSO' },
  'Query.validateVacancy': { needs: writes, args: 'input: { referenceNumber: "R-1" }, channels: [CSO]' },
  'Query.mutationLog': { needs: admin },
  'Query.sources': { needs: null },
  'Query.viewer': { needs: null },

  'Mutation.publishVacancy': { needs: writes, args: 'input: { referenceNumber: "R-1" }, channels: [CSO], idempotencyKey: "key-1"' },
  'Mutation.withdrawVacancy': { needs: writes, args: 'referenceNumber: "R-1", channels: [CSO]' },
  'Mutation.resolvePosting': { needs: writes, args: 'id: "nothing", channel: CSO, published: false' },
  'Mutation.saveJob': {
    needs: writes,
    args: 'input: { internalReferenceCode: "J-1", organisationCode: "", name: "", description: "", requirements: "", applicationTypes: [], educationLevels: [], jobCategories: [], jobBranches: [], regions: [], hoursMax: 1, contractType: "", visible: true, publicationSets: [] }',
  },
  'Mutation.removeJob': { needs: writes, args: 'jobCode: "somebody-elses"' },
  'Mutation.createVacancy': { needs: writes, args: 'input: { referenceNumber: "", title: "", description: "", location: "" }' },
  'Mutation.updateVacancy': { needs: writes, args: 'id: "ictergezocht:vacancy:1", input: { referenceNumber: "", title: "", description: "", location: "" }' },
  'Mutation.deleteVacancy': { needs: writes, args: 'id: "ictergezocht:vacancy:1"' },
  'Mutation.reportIndexing': { needs: indexes, args: `input: { reportType: VACANCIES, items: [{ id: "REF-1", date: "${since}", lastUpdateDate: "${since}", status: SUCCESS }] }` },
  'Mutation.subscribeWebhook': { needs: indexes, args: 'input: { source: CSO, event: "x", callbackUrl: "https://gateway.example/x" }' },
  'Mutation.unsubscribeWebhook': { needs: indexes, args: 'id: "nothing"' },

  'Subscription.vacancyChanged': { needs: vacancies, args: 'sources: [CEGID]' },
  'Subscription.candidateChanged': { needs: candidates, args: 'sources: [CEGID]' },
  'Subscription.applicationReceived': { needs: applications },
};
