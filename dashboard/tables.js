import { element } from './element.js';

/** @import { Words } from './texts.js' */
/** @import { Group, Row } from './queries.js' */

/**
 * Groups with a bar for their share of the clicks, the largest first.
 * @param {readonly Group[]} groups @param {string} heading @param {Words} words
 */
export function groupTable(groups, heading, words) {
  if (groups.length === 0) return element('p', { class: 'quiet' }, [words.text('nothing')]);
  const sorted = groups.toSorted((one, other) => other.clicks - one.clicks);
  const most = Math.max(1, ...sorted.map(({ clicks }) => clicks));
  const heads = [heading, words.text('clicks'), words.text('applications'), words.text('cost'), words.text('costPerApplication')];
  return element('table', {}, [
    element('thead', {}, [element('tr', {}, heads.map((text, index) => element('th', { scope: 'col', ...(index > 0 && { class: 'number' }) }, [text])))]),
    element('tbody', {}, sorted.map((group) => groupRow(group, most, words))),
  ]);
}

/** @param {Group} group @param {number} most @param {Words} words */
function groupRow({ keys, clicks, applications, cost, costPerApplication, currency }, most, words) {
  const bar = element('span', { 'aria-hidden': 'true' });
  bar.style.width = `${(clicks / most) * 100}%`;
  const name = keys[0]?.value ?? null;
  return element('tr', {}, [
    element('th', { scope: 'row' }, [element('div', { class: 'share' }, [name === null || name === '' ? words.text('none') : name, bar])]),
    ...[words.whole(clicks), words.whole(applications), words.money(cost, currency), words.money(costPerApplication, currency)].map((text) => element('td', { class: 'number' }, [text])),
  ]);
}

/** @typedef {'title' | 'clicks' | 'applications' | 'applicationRate' | 'cost' | 'costPerApplication'} Column */
/** @typedef {{ readonly by: Column, readonly descending: boolean }} Sorting */

/** @type {readonly { readonly column: Column, readonly text: import('./texts.js').TextName }[]} */
const columns = [
  { column: 'title', text: 'vacancy' },
  { column: 'clicks', text: 'clicks' },
  { column: 'applications', text: 'applications' },
  { column: 'applicationRate', text: 'applicationRate' },
  { column: 'cost', text: 'cost' },
  { column: 'costPerApplication', text: 'costPerApplication' },
];

/**
 * Vacancies, sorted by a column whose heading is a button.
 * @param {readonly Row[]} rows @param {Sorting} sorting @param {number} shown @param {Words} words @param {(by: Column) => void} sort
 */
export function vacancyTable(rows, sorting, shown, words, sort) {
  if (rows.length === 0) return element('p', { class: 'quiet' }, [words.text('nothing')]);
  const heads = columns.map(({ column, text }) => {
    const button = element('button', { type: 'button', 'data-column': column }, [words.text(text)]);
    button.addEventListener('click', () => sort(column));
    const direction = sorting.descending ? 'descending' : 'ascending';
    return element('th', { scope: 'col', ...(column !== 'title' && { class: 'number' }), 'aria-sort': sorting.by === column ? direction : 'none' }, [button]);
  });
  return element('table', {}, [
    element('thead', {}, [element('tr', {}, heads)]),
    element('tbody', {}, sortedRows(rows, sorting, words).slice(0, shown).map((row) => vacancyRow(row, words))),
  ]);
}

/** What is not known stands last, whichever way. @param {readonly Row[]} rows @param {Sorting} sorting @param {Words} words */
function sortedRows(rows, { by, descending }, words) {
  const sign = descending ? -1 : 1;
  const collator = new Intl.Collator(words.language);
  return rows.toSorted((one, other) => {
    const [a, b] = [one[by], other[by]];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
  });
}

/** @param {Row} row @param {Words} words */
function vacancyRow({ vacancyId, title, referenceNumber, city, campaign, clicks, applications, applicationRate, cost, costPerApplication, currency }, words) {
  const more = [referenceNumber, city, campaign].filter((part) => part !== null && part !== '').join(' · ');
  const figures = [words.whole(clicks), words.whole(applications), words.percent(applicationRate), words.money(cost, currency), words.money(costPerApplication, currency)];
  return element('tr', {}, [element('th', { scope: 'row' }, [title ?? referenceNumber ?? vacancyId, element('small', {}, [more])]), ...figures.map((text) => element('td', { class: 'number' }, [text]))]);
}
