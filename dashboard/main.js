import { heldKey, Refused } from './api.js';
import { drawSeries } from './charts.js';
import { byId, element } from './element.js';
import { showExports } from './exports.js';
import { daysOf, longestDays, presetPeriod, usualInterval } from './period.js';
import { readSeries, readSummaries, readVacancies } from './queries.js';
import { groupTable, vacancyTable } from './tables.js';
import { keepLanguage, speak, usualLanguage } from './texts.js';

/** @import { Interval, Period } from './period.js' */
/** @import { Figures, Row, Series } from './queries.js' */
/** @import { TextName } from './texts.js' */
/** @import { Sorting } from './tables.js' */

const vacanciesAtOnce = 10;
/** Between two looks at a series that is still being read, milliseconds, and how often. */
const lookAgainMs = 4000;
const mostLooks = 60;

/** What the page shows; everything on it is drawn from this. */
const shown = {
  words: speak(usualLanguage()),
  period: presetPeriod('30'),
  /** @type {string | null} */
  preset: '30',
  /** @type {Interval} */
  interval: 'DAY',
  /** @type {Awaited<ReturnType<typeof readSummaries>> | null} */
  summaries: null,
  /** @type {Series | null} */
  series: null,
  isReading: false,
  /** @type {{ rows: Row[], whole: boolean } | null} */
  vacancies: null,
  /** @type {Sorting} */
  sorting: { by: 'clicks', descending: true },
  vacancyCount: vacanciesAtOnce,
};

/** Ends what a former choice still asks for: the whole page's, and the series' alone. */
let asking = new AbortController();
let askingSeries = new AbortController();

const periodForm = byId('period', HTMLFormElement);
const keyForm = byId('key', HTMLFormElement);

/** @param {string} id @param {string | null} text */
function tell(id, text) {
  const at = byId(id, HTMLElement);
  at.textContent = text ?? '';
  at.hidden = text === null;
}

/** For who does not see the page change. @param {TextName} name */
function say(name) {
  byId('said', HTMLElement).textContent = shown.words.text(name);
}

/** @param {HTMLFormElement} form @param {string} name */
function inputOf(form, name) {
  const found = form.elements.namedItem(name);
  if (!(found instanceof HTMLInputElement)) throw new TypeError(`the form has no ${name}`);
  return found;
}

function drawFrame() {
  const { words, period } = shown;
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

function drawSummaries() {
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

function drawSeriesPart() {
  const { words, series, isReading } = shown;
  if (series === null) {
    byId('charts', HTMLElement).replaceChildren(element('p', { class: 'quiet' }, [words.text('loading')]));
    return tell('series-notice', null);
  }
  drawSeries(byId('charts', HTMLElement), series, shown.interval, words);
  tell('series-notice', series.complete ? null : words.text(isReading ? 'reading' : 'unread'));
}

function drawVacancies() {
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

function drawAll() {
  drawFrame();
  drawSummaries();
  drawSeriesPart();
  drawVacancies();
}

/** Reads the period that is chosen; what an earlier choice still waits for is dropped. */
async function load() {
  asking.abort();
  askingSeries.abort();
  asking = new AbortController();
  const { signal } = asking;
  Object.assign(shown, { summaries: null, series: null, vacancies: null, vacancyCount: vacanciesAtOnce, interval: usualInterval(shown.period) });
  drawAll();
  tell('period-error', null);
  say('loading');
  try {
    shown.summaries = await readSummaries(shown.period, signal);
    keyForm.hidden = true;
    byId('figures', HTMLElement).hidden = false;
    drawFrame();
    drawSummaries();
    await Promise.all([loadVacancies(shown.period, signal), loadSeries()]);
    say('loaded');
  } catch (error) {
    if (signal.aborted) return;
    refuse(error instanceof Refused ? error : new Refused('failed'));
  }
}

/** The form goes, and with it where the keyboard was. */
async function loadWithKey() {
  await load();
  if (keyForm.hidden) byId('figures', HTMLElement).focus();
}

/** @param {Period} period @param {AbortSignal} signal */
async function loadVacancies(period, signal) {
  shown.vacancies = await readVacancies(period, signal);
  drawVacancies();
}

/** A long period is read in several goes: each gets further, and what was read stays read. */
async function loadSeries() {
  askingSeries.abort();
  askingSeries = new AbortController();
  const { signal } = askingSeries;
  shown.series = null;
  shown.isReading = true;
  drawSeriesPart();
  try {
    for (let look = 0; look < mostLooks && !signal.aborted; look += 1) {
      const series = await readSeries(shown.period, shown.interval, signal);
      if (signal.aborted) return;
      shown.series = series;
      shown.isReading = shown.series?.complete === false && look < mostLooks - 1;
      drawSeriesPart();
      if (!shown.isReading) return;
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** What the gateway would not do, in words, and what helps. @param {Refused} refused */
function refuse({ why, seconds }) {
  const { words } = shown;
  if (why === 'key' || why === 'scope') {
    const isTheirs = heldKey.get() !== null;
    return askForKey(isTheirs ? words.text(why === 'key' ? 'keyWrong' : 'keyWeak') : null);
  }
  tell('period-error', why === 'limited' ? words.text('limited', { seconds }) : words.text('failed'));
}

/** @param {string | null} problem with the one that was given */
function askForKey(problem) {
  asking.abort();
  askingSeries.abort();
  heldKey.set(null);
  keyForm.hidden = false;
  byId('figures', HTMLElement).hidden = true;
  byId('key-change', HTMLElement).hidden = true;
  tell('key-error', problem);
  inputOf(keyForm, 'key').focus();
}

/** @param {Period} period @param {string | null} preset */
function choose(period, preset) {
  const days = daysOf(period);
  if (!(days >= 1)) return tell('period-error', shown.words.text('badPeriod'));
  if (days > longestDays) return tell('period-error', shown.words.text('longPeriod'));
  Object.assign(shown, { period, preset });
  return void load();
}

periodForm.addEventListener('submit', (event) => {
  event.preventDefault();
  choose({ from: inputOf(periodForm, 'from').value, to: inputOf(periodForm, 'to').value }, null);
});
keyForm.addEventListener('submit', (event) => {
  event.preventDefault();
  heldKey.set(inputOf(keyForm, 'key').value.trim());
  keyForm.reset();
  void loadWithKey();
});
byId('key-change', HTMLElement).addEventListener('click', () => askForKey(null));
byId('vacancies-more', HTMLElement).addEventListener('click', () => {
  shown.vacancyCount += 25;
  drawVacancies();
});
for (const button of document.querySelectorAll('[data-days]')) {
  const days = button.getAttribute('data-days') ?? '30';
  button.addEventListener('click', () => choose(presetPeriod(days), days));
}
for (const button of document.querySelectorAll('[data-interval]')) {
  button.addEventListener('click', () => {
    shown.interval = /** @type {Interval} */ (button.getAttribute('data-interval'));
    drawFrame();
    loadSeries().catch((error) => refuse(error instanceof Refused ? error : new Refused('failed')));
  });
}
for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    const language = button.getAttribute('data-language') === 'nl' ? 'nl' : 'en';
    keepLanguage(language);
    shown.words = speak(language);
    drawAll();
  });
}
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawSeriesPart);

void load();
