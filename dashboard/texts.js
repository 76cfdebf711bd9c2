// Every word of the page, in both languages. A text that is missing in one is a type error.

const en = {
  title: 'How vacancies do',
  skip: 'To the figures',
  language: 'Language',
  period: 'Period',
  days7: '7 days',
  days30: '30 days',
  days90: '90 days',
  year: 'This year',
  from: 'From',
  to: 'To',
  show: 'Show',
  badPeriod: 'Choose a first and a last day; the first may not be after the last.',
  longPeriod: 'Choose a period of at most 400 days.',
  keyTitle: 'A key is needed',
  keyWhy: 'These figures are for callers with the scope insights:read. Give the key that you were handed.',
  keyLabel: 'Key',
  keyUse: 'Use this key',
  keyKept: 'It is kept in this tab until you close it, and sent to this gateway only.',
  keyChange: 'Other key',
  keyWrong: 'The gateway does not know this key.',
  keyWeak: 'This key may not read figures: it lacks the scope insights:read.',
  totals: 'Totals',
  clicks: 'Clicks',
  applications: 'Applications',
  cost: 'Cost',
  costPerApplication: 'Cost per application',
  applicationRate: 'Applications per click',
  vacanciesShown: 'Vacancies',
  series: 'Over time',
  interval: 'Per',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  asTable: 'As a table',
  span: 'Period',
  byCampaign: 'By campaign',
  byFunctionGroup: 'By function group',
  campaign: 'Campaign',
  functionGroup: 'Function group',
  none: 'not stated',
  topVacancies: 'Vacancies',
  vacancy: 'Vacancy',
  more: 'Show more',
  of: 'of',
  exports: 'Take them along',
  exportsWhy: 'The period above as a file. Excel opens CSV; DuckDB, Power BI and Python open all three.',
  insightsFile: 'Per vacancy',
  clicksFile: 'Every click',
  saving: 'Fetching the file …',
  saved: 'The file is complete.',
  notSaved: 'The file broke off and was not saved: the source failed on the way. Try again later.',
  exportWait: 'About {seconds} seconds.',
  loading: 'Fetching figures …',
  loaded: 'The figures are there.',
  incomplete: 'These figures are not complete: the source could not be read to its end. Load again later.',
  reading: 'Some days are still being read; this part completes itself.',
  unread: 'Some days could not be read. What is empty is not known, it is not zero.',
  nothing: 'Nothing happened in this period.',
  unknown: 'not known',
  failed: 'The figures could not be fetched.',
  limited: 'Too many questions at once: the gateway asks to wait {seconds} seconds.',
  highest: 'highest',
};

/** @type {typeof en} */
const nl = {
  title: 'Hoe vacatures het doen',
  skip: 'Naar de cijfers',
  language: 'Taal',
  period: 'Periode',
  days7: '7 dagen',
  days30: '30 dagen',
  days90: '90 dagen',
  year: 'Dit jaar',
  from: 'Van',
  to: 'Tot en met',
  show: 'Tonen',
  badPeriod: 'Kies een eerste en een laatste dag; de eerste mag niet na de laatste liggen.',
  longPeriod: 'Kies een periode van ten hoogste 400 dagen.',
  keyTitle: 'Er is een sleutel nodig',
  keyWhy: 'Deze cijfers zijn voor wie het recht insights:read heeft. Geef de sleutel die u hebt gekregen.',
  keyLabel: 'Sleutel',
  keyUse: 'Deze sleutel gebruiken',
  keyKept: 'Hij blijft in dit tabblad tot u het sluit, en gaat alleen naar deze gateway.',
  keyChange: 'Andere sleutel',
  keyWrong: 'De gateway kent deze sleutel niet.',
  keyWeak: 'Met deze sleutel mogen geen cijfers gelezen worden: het recht insights:read ontbreekt.',
  totals: 'Totalen',
  clicks: 'Kliks',
  applications: 'Sollicitaties',
  cost: 'Kosten',
  costPerApplication: 'Kosten per sollicitatie',
  applicationRate: 'Sollicitaties per klik',
  vacanciesShown: 'Vacatures',
  series: 'In de tijd',
  interval: 'Per',
  day: 'Dag',
  week: 'Week',
  month: 'Maand',
  asTable: 'Als tabel',
  span: 'Periode',
  byCampaign: 'Per campagne',
  byFunctionGroup: 'Per functiegroep',
  campaign: 'Campagne',
  functionGroup: 'Functiegroep',
  none: 'niet vermeld',
  topVacancies: 'Vacatures',
  vacancy: 'Vacature',
  more: 'Meer tonen',
  of: 'van',
  exports: 'Meenemen',
  exportsWhy: 'De periode hierboven als bestand. Excel opent CSV; DuckDB, Power BI en Python openen alle drie.',
  insightsFile: 'Per vacature',
  clicksFile: 'Elke klik',
  saving: 'Het bestand wordt opgehaald …',
  saved: 'Het bestand is compleet.',
  notSaved: 'Het bestand brak af en is niet bewaard: de bron faalde onderweg. Probeer het later opnieuw.',
  exportWait: 'Ongeveer {seconds} seconden.',
  loading: 'Cijfers worden opgehaald …',
  loaded: 'De cijfers zijn er.',
  incomplete: 'Deze cijfers zijn niet compleet: de bron kon niet tot het einde gelezen worden. Laad later opnieuw.',
  reading: 'Sommige dagen worden nog gelezen; dit deel vult zichzelf aan.',
  unread: 'Sommige dagen konden niet gelezen worden. Wat leeg is, is niet bekend; het is niet nul.',
  nothing: 'In deze periode is niets gebeurd.',
  unknown: 'niet bekend',
  failed: 'De cijfers konden niet opgehaald worden.',
  limited: 'Te veel vragen tegelijk: de gateway vraagt {seconds} seconden te wachten.',
  highest: 'hoogste',
};

/** @typedef {'nl' | 'en'} Language */
/** @typedef {keyof typeof en} TextName */

const languages = { nl, en };

/** The language that was chosen before, else the browser's where it is one of ours. @returns {Language} */
export function usualLanguage() {
  const chosen = localStorage.getItem('werkgraph-language');
  if (chosen === 'nl' || chosen === 'en') return chosen;
  return navigator.languages.some((tag) => tag.startsWith('nl')) ? 'nl' : 'en';
}

/** @param {Language} language */
export function keepLanguage(language) {
  localStorage.setItem('werkgraph-language', language);
}

/** @param {string} date `YYYY-MM-DD` */
function at(date) {
  return new Date(`${date}T00:00:00Z`);
}

/**
 * The words and forms of a language.
 * @param {Language} language
 */
export function speak(language) {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const monthName = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return {
    language,
    /** @param {TextName} name @param {Record<string, string | number>} [values] */
    text: (name, values = {}) => languages[language][name].replaceAll(/\{(\w+)\}/g, (_all, key) => String(values[key] ?? '')),
    /** @param {number | null} value */
    whole: (value) => (value === null ? '–' : whole.format(value)),
    /** @param {number | null} value */
    percent: (value) => (value === null ? '–' : percent.format(value)),
    /** @param {number | null} value @param {string} currency */
    money: (value, currency) => (value === null ? '–' : new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value)),
    /** @param {string} date `YYYY-MM-DD` */
    day: (date) => day.format(at(date)),
    /** @param {string} date `YYYY-MM-DD` */
    shortDay: (date) => shortDay.format(at(date)),
    /** @param {string} date `YYYY-MM-DD` */
    month: (date) => monthName.format(at(date)),
  };
}

/** @typedef {ReturnType<typeof speak>} Words */
