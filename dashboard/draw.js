import { heldKey } from './api.js';
import { drawSeries } from './charts.js';
import { byId, element } from './element.js';
import { showExports } from './exports.js';
import { shown } from './shown.js';
import { groupTable, vacancyTable } from './tables.js';

/** @import { Refused } from './api.js' */
/** @import { Figures } from './queries.js' */
/** @import { Sorting } from './tables.js' */
/** @import { TextName } from './texts.js' */

/** Shows a line of text, or takes it away. @param {string} id @param {string | null} text */
export function tell(id, text) {
  const at = byId(id, HTMLElement);
  at.textContent = text ?? '';
  at.hidden = text === null;
}

/** @param {HTMLFormElement} form @param {string} name */
export function inputOf(form, name) {
  const found = form.elements.namedItem(name);
  if (!(found instanceof HTMLInputElement)) throw new TypeError(`the form has no ${name}`);
  return found;
}

/** What does not wait for figures: words, choices, buttons. @param {(refused: Refused) => void} refuse */
export function drawFrame(refuse) {
  const { words, period } = shown;
  const periodForm = byId('period', HTMLFormElement);
  document.documentElement.lang = words.language;
  document.title = `${words.text('title')} · Werkgraph`;
  for (const at of document.querySelectorAll('[data-text]')) at.textContent = words.text(/** @type {TextName} */ (at.getAttribute('data-text')));
  for (const at of document.querySelectorAll('[data-label]')) at.setAttribute('aria-label', words.text(/** @type {TextName} */ (at.getAttribute('data-label'))));
  for (const button of document.querySelectorAll('[data-language]')) button.setAttribute('aria-pressed', String(button.getAttribute('data-language') === words.language));
  for (const button of document.querySelectorAll('[data-days]')) button.setAttribute('aria-pressed', String(button.getAttribute('data-days') === shown.preset));
  for (const button of document.querySelectorAll('[data-interval]')) button.setAttribute('aria-pressed', String(button.getAttribute('data-interval') === shown.interval));
  byId('span', HTMLElement).textContent = `${words.day(period.from)} – ${words.day(period.to)}`;
  inputOf(periodForm, 'from').value = period.from;
  inputOf(periodForm, 'to').value = period.to;
  byId('key-change', HTMLElement).hidden = heldKey.get() === null;
  showExports(period, words, refuse);
}

export function drawSummaries() {
  const { words, summaries } = shown;
  const { all = null, campaigns = null, functionGroups = null } = summaries ?? {};
  byId('totals', HTMLElement).replaceChildren(...totalsOf(all?.total ?? null));
  byId('by-campaign', HTMLElement).replaceChildren(groupTable(campaigns?.groups ?? [], words.text('campaign'), words));
  byId('by-function-group', HTMLElement).replaceChildren(groupTable(functionGroups?.groups ?? [], words.text('functionGroup'), words));
  const isWhole = [all, campaigns, functionGroups].every((summary) => summary?.complete === true);
  tell('notice', summaries === null || isWhole ? null : words.text('incomplete'));
}

/** @param {Figures | null} total */
function totalsOf(total) {
  const { words } = shown;
  const currency = total?.currency ?? 'EUR';
  const figures = [
    [words.text('clicks'), words.whole(total?.clicks ?? null)],
    [words.text('applications'), words.whole(total?.applications ?? null)],
    [words.text('applicationRate'), words.percent(total?.applicationRate ?? null)],
    [words.text('cost'), words.money(total?.cost ?? null, currency)],
    [words.text('costPerApplication'), words.money(total?.costPerApplication ?? null, currency)],
  ];
  return figures.map(([name = '', value = '']) => element('div', {}, [element('dt', {}, [name]), element('dd', {}, [value])]));
}

export function drawSeriesPart() {
  const { words, series, isReading } = shown;
  if (series === null) {
    byId('charts', HTMLElement).replaceChildren(element('p', { class: 'quiet' }, [words.text('loading')]));
    return tell('series-notice', null);
  }
  drawSeries(byId('charts', HTMLElement), series, shown.interval, words);
  tell('series-notice', series.complete ? null : words.text(isReading ? 'reading' : 'unread'));
}

export function drawVacancies() {
  const { words, vacancies, sorting, vacancyCount } = shown;
  if (vacancies === null) return byId('vacancies', HTMLElement).replaceChildren(element('p', { class: 'quiet' }, [words.text('loading')]));
  const { rows, whole } = vacancies;
  byId('vacancies', HTMLElement).replaceChildren(vacancyTable(rows, sorting, vacancyCount, words, sortBy));
  byId('vacancies-count', HTMLElement).textContent = `${words.whole(Math.min(vacancyCount, rows.length))} ${words.text('of')} ${words.whole(rows.length)}${whole ? '' : '+'}`;
  byId('vacancies-more', HTMLElement).hidden = vacancyCount >= rows.length;
}

/** @param {Sorting['by']} by */
function sortBy(by) {
  shown.sorting = { by, descending: shown.sorting.by === by ? !shown.sorting.descending : by !== 'title' };
  drawVacancies();
  document.querySelector(`[data-column="${by}"]`)?.closest('button')?.focus();
}

/** @param {(refused: Refused) => void} refuse */
export function drawAll(refuse) {
  drawFrame(refuse);
  drawSummaries();
  drawSeriesPart();
  drawVacancies();
}
