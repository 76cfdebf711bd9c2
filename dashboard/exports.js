import { fetchFile, Refused } from './api.js';
import { byId, element } from './element.js';

/** @import { Period } from './period.js' */
/** @import { Words, TextName } from './texts.js' */

const forms = /** @type {const} */ (['csv', 'ndjson', 'parquet']);
/** @type {readonly { readonly what: 'insights' | 'clicks', readonly text: TextName }[]} */
const files = [
  { what: 'insights', text: 'insightsFile' },
  { what: 'clicks', text: 'clicksFile' },
];

/**
 * The buttons that save the period as a file.
 * @param {Period} period @param {Words} words @param {(refused: Refused) => void} refused
 */
export function showExports(period, words, refused) {
  const state = byId('export-state', HTMLElement);
  state.textContent = '';
  const rows = files.map(({ what, text }) => {
    const name = words.text(text);
    const buttons = forms.map((form) => {
      const button = element('button', { type: 'button', 'aria-label': `${name}: ${form.toUpperCase()}` }, [form.toUpperCase()]);
      button.addEventListener('click', () => void save(button, what, form, period, words, state, refused));
      return button;
    });
    return element('div', {}, [element('span', {}, [name]), ...buttons]);
  });
  byId('exports', HTMLElement).replaceChildren(...rows);
}

/**
 * Fetched with the key in a header, which a plain link could only carry in its address. A file that breaks off is not saved.
 * @param {HTMLButtonElement} button @param {string} what @param {string} form @param {Period} period @param {Words} words @param {HTMLElement} state @param {(refused: Refused) => void} refused
 */
async function save(button, what, form, { from, to }, words, state, refused) {
  button.disabled = true;
  state.textContent = words.text('saving');
  // Excel takes a file for UTF-8 by its mark; the Dutch one wants semicolons, and decimals with a comma.
  const usual = words.language === 'nl' ? '&excel=nl' : '&bom=1';
  const forExcel = form === 'csv' ? usual : '';
  try {
    const blob = await fetchFile(`/export/${what}.${form}?from=${from}&to=${to}${forExcel}`, (response) => {
      const seconds = response.headers.get('x-expected-seconds');
      if (seconds !== null) state.textContent = `${words.text('saving')} ${words.text('exportWait', { seconds })}`;
    });
    const url = URL.createObjectURL(blob);
    element('a', { href: url, download: `${what}-${from}-${to}.${form}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    state.textContent = words.text('saved');
  } catch (error) {
    state.textContent = words.text('notSaved');
    if (error instanceof Refused && error.why !== 'failed') refused(error);
  } finally {
    button.disabled = false;
  }
}
