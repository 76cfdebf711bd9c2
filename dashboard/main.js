import { heldKey, Refused } from './api.js';
import { drawAll, drawFrame, drawSeriesPart, drawSummaries, drawVacancies, inputOf, tell } from './draw.js';
import { byId } from './element.js';
import { daysOf, longestDays, presetPeriod, usualInterval } from './period.js';
import { readSeries, readSummaries, readVacancies } from './queries.js';
import { shown, vacanciesAtOnce, vacanciesMore } from './shown.js';
import { keepLanguage, speak } from './texts.js';

/** @import { Interval, Period } from './period.js' */
/** @import { TextName } from './texts.js' */

/** Between two looks at a series that is still being read, milliseconds, and how often. */
const lookAgainMs = 4000;
const mostLooks = 60;

/** Ends what a former choice still asks for: the whole page's, and the series' alone. */
let asking = new AbortController();
let askingSeries = new AbortController();

const periodForm = byId('period', HTMLFormElement);
const keyForm = byId('key', HTMLFormElement);

/** For who does not see the page change. @param {TextName} name */
function say(name) {
  byId('said', HTMLElement).textContent = shown.words.text(name);
}

/** Reads the period that is chosen; what an earlier choice still waits for is dropped. */
async function load() {
  asking.abort();
  askingSeries.abort();
  asking = new AbortController();
  const { signal } = asking;
  Object.assign(shown, { summaries: null, series: null, vacancies: null, vacancyCount: vacanciesAtOnce, interval: usualInterval(shown.period) });
  drawAll(refuse);
  tell('period-error', null);
  say('loading');
  try {
    shown.summaries = await readSummaries(shown.period, signal);
    keyForm.hidden = true;
    byId('figures', HTMLElement).hidden = false;
    drawFrame(refuse);
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
  shown.vacancyCount += vacanciesMore;
  drawVacancies();
});
for (const button of document.querySelectorAll('[data-days]')) {
  const days = button.getAttribute('data-days') ?? '30';
  button.addEventListener('click', () => choose(presetPeriod(days), days));
}
for (const button of document.querySelectorAll('[data-interval]')) {
  button.addEventListener('click', () => {
    shown.interval = /** @type {Interval} */ (button.getAttribute('data-interval'));
    drawFrame(refuse);
    loadSeries().catch((error) => refuse(error instanceof Refused ? error : new Refused('failed')));
  });
}
for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    const language = button.getAttribute('data-language') === 'nl' ? 'nl' : 'en';
    keepLanguage(language);
    shown.words = speak(language);
    drawAll(refuse);
  });
}
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawSeriesPart);

void load();
