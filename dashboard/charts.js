import { element } from './element.js';

/** @import { Words, TextName } from './texts.js' */
/** @import { Interval } from './period.js' */
/** @import { Point, Series } from './queries.js' */
/** @import * as ChartJs from 'chart.js' */

/** @typedef {{ readonly name: TextName, readonly kind: 'bar' | 'line', readonly value: (point: Point) => number | null, readonly form: (value: number | null) => string }} Measure */

/** The library's own global, which its script tag makes. @type {{ Chart: typeof ChartJs.Chart }} */
const { Chart } = /** @type {never} */ (globalThis);

/** @param {Words} words @param {string} currency @returns {readonly Measure[]} */
function measures(words, currency) {
  /** @param {number | null} value */
  const money = (value) => words.money(value, currency);
  return [
    { name: 'clicks', kind: 'bar', value: ({ clicks }) => clicks, form: words.whole },
    { name: 'applications', kind: 'bar', value: ({ applications }) => applications, form: words.whole },
    { name: 'cost', kind: 'bar', value: ({ cost }) => cost, form: money },
    { name: 'costPerApplication', kind: 'line', value: perApplication, form: money },
  ];
}

/** From the sums, as everywhere; unknown without applications. @param {Point} point */
function perApplication({ cost, applications }) {
  return cost === null || applications === null || applications === 0 ? null : cost / applications;
}

/** How a point's stretch of time is called. @param {Words} words @param {Interval} interval @param {Point} point */
function nameOf(words, interval, { from, to }) {
  if (interval === 'DAY') return words.shortDay(from);
  return interval === 'MONTH' ? words.month(from) : `${words.shortDay(from)} – ${words.shortDay(to)}`;
}

/** @type {Set<ChartJs.Chart>} */
const drawn = new Set();

/**
 * Draws a chart for each figure, each with its table for whoever does not see it.
 * @param {Element} into @param {Series} series @param {Interval} interval @param {Words} words
 */
export function drawSeries(into, series, interval, words) {
  for (const chart of drawn) chart.destroy();
  drawn.clear();
  const opened = new Set([...into.querySelectorAll('figure')].filter((figure) => figure.querySelector('details')?.open).map((figure) => figure.dataset['name']));
  const names = series.points.map((point) => nameOf(words, interval, point));
  into.replaceChildren(...measures(words, series.currency).map((measure) => figureOf(measure, series, names, words, opened.has(measure.name))));
}

/** @param {Measure} measure @param {Series} series @param {readonly string[]} names @param {Words} words @param {boolean} open */
function figureOf(measure, { points }, names, words, open) {
  const values = points.map((point) => measure.value(point));
  const known = values.filter((value) => value !== null);
  const highest = known.length === 0 ? '' : `${words.text('highest')} ${measure.form(Math.max(...known))}`;
  const title = words.text(measure.name);
  const canvas = element('canvas', { role: 'img', 'aria-label': `${title}, ${words.text('series')}. ${highest}. ${words.text('asTable')} ↓` });
  const table = element('table', {}, [
    element('caption', { class: 'hidden' }, [title]),
    element('thead', {}, [element('tr', {}, [element('th', { scope: 'col' }, [words.text('span')]), element('th', { scope: 'col', class: 'number' }, [title])])]),
    element('tbody', {}, values.map((value, index) => element('tr', {}, [element('th', { scope: 'row' }, [names[index] ?? '']), element('td', { class: 'number' }, [value === null ? words.text('unknown') : measure.form(value)])]))),
  ]);
  const details = element('details', open ? { open: '' } : {}, [element('summary', {}, [words.text('asTable')]), element('div', { class: 'scroll' }, [table])]);
  const figure = element('figure', { class: 'card', 'data-name': measure.name }, [
    element('figcaption', {}, [element('h3', {}, [title]), element('span', { class: 'quiet' }, [highest])]),
    element('div', { class: 'plot' }, [canvas]),
    details,
  ]);
  // The library measures its canvas, which has a size only once it is on the page.
  requestAnimationFrame(() => plot(canvas, measure, values, names));
  return figure;
}

/** @param {HTMLCanvasElement} canvas @param {Measure} measure @param {readonly (number | null)[]} values @param {readonly string[]} names */
function plot(canvas, { kind, name, form }, values, names) {
  if (!canvas.isConnected) return;
  const colour = coloursOf(canvas);
  // Half a click is none.
  const isCount = name === 'clicks' || name === 'applications';
  const lone = values.filter((value) => value !== null).length < 3;
  const chart = new Chart(canvas, {
    type: kind,
    data: {
      labels: [...names],
      datasets: [{ label: name, data: [...values], backgroundColor: colour.accent, borderColor: colour.accent, borderWidth: kind === 'line' ? 2 : 0, borderRadius: 3, maxBarThickness: 36, pointRadius: lone ? 4 : 2, pointHitRadius: 12, tension: 0.25, spanGaps: false }],
    },
    options: {
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: 'index', intersect: false },
      plugins: { legend: { display: false }, tooltip: { displayColors: false, callbacks: { label: ({ parsed }) => form(parsed.y) } } },
      scales: {
        x: { grid: { display: false }, border: { color: colour.line }, ticks: { color: colour.quiet, maxRotation: 0, autoSkipPadding: 16 } },
        y: { beginAtZero: true, border: { display: false }, grid: { color: colour.line }, ticks: { color: colour.quiet, maxTicksLimit: 5, ...(isCount && { precision: 0 }), callback: (value) => form(Number(value)) } },
      },
    },
  });
  drawn.add(chart);
}

/** The page's colours as they are now, light or dark. @param {Element} at */
function coloursOf(at) {
  const probe = element('span', { hidden: '' });
  at.parentElement?.append(probe);
  /** @param {string} name */
  const colour = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = { accent: colour('accent'), line: colour('line'), quiet: colour('quiet') };
  probe.remove();
  return colours;
}
