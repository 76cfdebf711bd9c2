import { lcidOfLocale, localeOfLcid } from '../../domain/crosswalk/locale.ts';
import type { Enumeration, EnumerationValue, LocalisedText } from '../../domain/enumeration.ts';
import { type Fetched, oldest } from '../../domain/fetched.ts';
import { StatusError } from '../../http/errors.ts';
import { eachBounded } from '../shared/bounded.ts';
import type { RequestScope, Services } from '../shared/upstream.ts';
import type { CegidClient } from './client.ts';
import { kindOfReferential } from './codes.ts';
import type { CegidConfig } from './config.ts';
import { enumerationFromReferential } from './map-enumeration.ts';
import type { ReferentialItem, Translation } from './wire.ts';

type Mapped = Omit<Enumeration, 'fetchedAt'>;

export interface EnumerationRestriction {
  readonly kinds: readonly string[] | null;
  readonly names: readonly string[] | null;
}

const listsAtOnce = 4;

/** The lists of codes of one site. */
export class Referentials {
  readonly #client: CegidClient;
  readonly #config: CegidConfig;
  readonly #services: Services;
  readonly #mapped = new WeakMap<readonly ReferentialItem[], Mapped>();

  constructor(client: CegidClient, config: CegidConfig, services: Services) {
    this.#client = client;
    this.#config = config;
    this.#services = services;
  }

  /** One list, null where the site has none of that name. */
  async list(name: string, scope: RequestScope): Promise<Fetched<Mapped> | null> {
    if (!isReferentialName(name)) return null;
    const { value, fetchedAt, stale } = await this.#client.referential(name, scope);
    return value === null ? null : { value: this.#map(name, value), fetchedAt, stale };
  }

  /**
   * The lists of the configuration, or those that are asked for by name. A list that the client may not read is left out and
   * said in the log; where nothing else was asked for, it is the failure.
   */
  async all(only: EnumerationRestriction, scope: RequestScope): Promise<Fetched<readonly Enumeration[]>> {
    const refused: StatusError[] = [];
    const found = await eachBounded(namesFor(only, this.#config.referentials), listsAtOnce, async (name) => {
      try {
        return await this.list(name, scope);
      } catch (error) {
        if (!(error instanceof StatusError) || error.status !== 403) throw error;
        refused.push(error);
        this.#services.warn(`Cegid refuses the referential ${name} to this client; it is left out.`);
        return null;
      }
    });
    const lists = found.filter((list) => list !== null);
    const [first] = refused;
    if (lists.length === 0 && first !== undefined) throw first;
    const { fetchedAt, stale } = oldest(lists) ?? { fetchedAt: this.#services.now(), stale: false };
    return { value: lists.map((list) => ({ ...list.value, fetchedAt: list.fetchedAt })), fetchedAt, stale };
  }

  async value(list: string, code: string, scope: RequestScope): Promise<EnumerationValue | null> {
    const found = await this.list(list, scope);
    return found?.value.values.find((value) => value.code === code) ?? null;
  }

  /**
   * Labels of a value in every language of the site, or in one. A locale that stands for one Windows language is asked for
   * alone; of another (`nl`), every variant is given.
   */
  async translations({ list, code }: EnumerationValue, locale: string | null, scope: RequestScope): Promise<readonly LocalisedText[]> {
    if (!isReferentialName(list) || !isItemId(code)) return [];
    const lcid = locale?.includes('-') === true ? lcidOfLocale(locale) : null;
    if (locale !== null && lcid !== null) return (await this.#client.translation(list, code, lcid, scope)).value.map(({ label }) => ({ locale, text: label }));
    const { value } = await this.#client.translations(list, code, scope);
    return value.flatMap(localisedText).filter((text) => locale === null || isOfLanguage(text.locale, locale));
  }

  /** Once for an answer: a cached one comes as the same list each time. */
  #map(name: string, items: readonly ReferentialItem[]): Mapped {
    const mapped = this.#mapped.get(items) ?? enumerationFromReferential(name, items, this.#config.labelLocale);
    this.#mapped.set(items, mapped);
    return mapped;
  }
}

function localisedText({ lcid, label }: Translation): LocalisedText[] {
  const locale = localeOfLcid(lcid);
  return locale === null ? [] : [{ locale, text: label }];
}

function isOfLanguage(tag: string, locale: string): boolean {
  return locale.includes('-') ? tag.toLowerCase() === locale.toLowerCase() : languageOf(tag) === languageOf(locale);
}

function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

/** A name may become a path: letters, digits and no more than that. */
function isReferentialName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name);
}

/** An id may become a path too; it is escaped, but what is only dots would still leave its folder. */
function isItemId(id: string): boolean {
  return id.length <= 200 && !id.split(/[/\\]/).some((part) => part === '.' || part === '..');
}

/** A name beside the configured ones is asked for when it is named: a site may have any. */
function namesFor({ kinds, names }: EnumerationRestriction, configured: readonly string[]): readonly string[] {
  const wanted = names === null ? configured : names.map((name) => configured.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name);
  return [...new Set(wanted)].filter((name) => kinds === null || kinds.includes(kindOfReferential(name)));
}
