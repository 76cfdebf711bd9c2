import { presetPeriod } from './period.js';
import { speak, usualLanguage } from './texts.js';

/** @import { Interval } from './period.js' */
/** @import { readSummaries, readVacancies, Series } from './queries.js' */
/** @import { Sorting } from './tables.js' */

/** Rows of vacancies that are shown at first, and how many more whenever more are wanted. */
export const vacanciesAtOnce = 10;
export const vacanciesMore = 25;

/** What the page shows; everything on it is drawn from this. */
export const shown = {
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
  /** @type {Awaited<ReturnType<typeof readVacancies>> | null} */
  vacancies: null,
  /** @type {Sorting} */
  sorting: { by: 'clicks', descending: true },
  vacancyCount: vacanciesAtOnce,
};
