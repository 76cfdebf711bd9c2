import { ask } from './api.js';

/** @import { Period, Interval } from './period.js' */
/** @typedef {{ clicks: number, cost: number, applications: number, vacancies: number, currency: string, costPerApplication: number | null, applicationRate: number | null }} Figures */
/** @typedef {Figures & { keys: { value: string | null }[] }} Group */
/** @typedef {{ total: Figures | null, complete: boolean, groups: Group[] }} Summary */
/** @typedef {{ from: string, to: string, clicks: number | null, cost: number | null, applications: number | null, complete: boolean }} Point */
/** @typedef {{ points: Point[], complete: boolean, currency: string }} Series */
/**
 * @typedef {object} Row
 * @property {string} vacancyId
 * @property {string | null} title
 * @property {string | null} referenceNumber
 * @property {string | null} city
 * @property {string | null} campaign
 * @property {number | null} clicks
 * @property {number | null} cost
 * @property {number | null} applications
 * @property {number | null} applicationRate
 * @property {number | null} costPerApplication
 * @property {string} currency
 */

const figures = 'vacancies clicks cost applications currency costPerApplication applicationRate';

/**
 * The totals, and those of each campaign and function group: one reading of the period for all three.
 * @param {Period} period @param {AbortSignal} signal
 * @returns {Promise<{ all: Summary | null, campaigns: Summary | null, functionGroups: Summary | null }>}
 */
export function readSummaries(period, signal) {
  const query = `query DashboardTotals($period: PeriodInput!) {
    all: insightSummary(period: $period) { complete total { ${figures} } groups { vacancies } }
    campaigns: insightSummary(period: $period, groupBy: [CAMPAIGN]) { complete total { ${figures} } groups { keys { value } ${figures} } }
    functionGroups: insightSummary(period: $period, groupBy: [FUNCTION_GROUP]) { complete total { ${figures} } groups { keys { value } ${figures} } }
  }`;
  return ask(query, { period }, signal);
}

/** @param {Period} period @param {Interval} interval @param {AbortSignal} signal @returns {Promise<Series | null>} */
export async function readSeries(period, interval, signal) {
  const query = `query DashboardSeries($period: PeriodInput!, $interval: Interval!) {
    insightSeries(period: $period, interval: $interval) { complete currency points { from to clicks cost applications complete } }
  }`;
  /** @type {{ insightSeries: Series | null }} */
  const { insightSeries } = await ask(query, { period, interval }, signal);
  return insightSeries;
}

/** Pages of vacancies that are read at most. */
const mostPages = 20;

/**
 * The period's vacancies; `whole` says whether they are all.
 * @param {Period} period @param {AbortSignal} signal
 * @returns {Promise<{ rows: Row[], whole: boolean }>}
 */
export async function readVacancies(period, signal) {
  const query = `query DashboardVacancies($period: PeriodInput!, $after: String) {
    insights(period: $period, first: 100, after: $after) {
      nodes { vacancyId title referenceNumber city campaign clicks cost applications applicationRate costPerApplication currency }
      pageInfo { hasNextPage endCursor }
      sources { status }
    }
  }`;
  /** @type {Row[]} */
  const rows = [];
  /** @type {string | null} */
  let after = null;
  for (let page = 0; page < mostPages; page += 1) {
    /** @type {{ insights: { nodes: (Row | null)[], pageInfo: { hasNextPage: boolean, endCursor: string | null }, sources: { status: string }[] } | null }} */
    const { insights } = await ask(query, { period, after }, signal);
    if (insights === null) return { rows, whole: false };
    const read = insights.nodes.filter((row) => row !== null);
    rows.push(...read);
    if (insights.sources.some(({ status }) => status !== 'OK') || read.length < insights.nodes.length) return { rows, whole: false };
    if (!insights.pageInfo.hasNextPage) return { rows, whole: true };
    after = insights.pageInfo.endCursor;
  }
  return { rows, whole: false };
}
