/** @typedef {{ readonly from: string, readonly to: string }} Period Days `YYYY-MM-DD`, both inclusive. */
/** @typedef {'DAY' | 'WEEK' | 'MONTH'} Interval */

const dayMs = 24 * 60 * 60 * 1000;
export const longestDays = 400;

/** Today in the source's country, where its days begin and end. */
function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}

/** So many days up to and with today, or this year's. @param {string} days @returns {Period} */
export function presetPeriod(days) {
  const to = today();
  if (days === 'year') return { from: `${to.slice(0, 4)}-01-01`, to };
  return { from: plusDays(to, 1 - Number(days)), to };
}

/** @param {string} date @param {number} days */
function plusDays(date, days) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** How many days it has, both ends included; NaN where one is no date. @param {Period} period */
export function daysOf({ from, to }) {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs + 1;
}

/** What shows a period with some dozen points. @param {Period} period @returns {Interval} */
export function usualInterval(period) {
  const days = daysOf(period);
  if (days <= 45) return 'DAY';
  return days <= 190 ? 'WEEK' : 'MONTH';
}
