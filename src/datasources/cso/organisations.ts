import type { Organisation } from '../../domain/organisation.ts';
import { organisationFromRemote, sectorOf } from './map-organisation.ts';
import { organisationRows } from './wire.ts';

/** One answer of getOrganisations, by code. */
export class CsoOrganisations {
  readonly all: readonly Organisation[];
  /** Codes of sectors, as far as organisations carry theirs. */
  readonly sectors: ReadonlySet<string>;
  readonly #byCode: ReadonlyMap<string, Organisation>;

  constructor(listed: readonly unknown[]) {
    const rows = organisationRows(listed);
    this.all = rows.map(({ remote }) => organisationFromRemote(remote)).filter((each) => each !== null);
    this.sectors = new Set(rows.map(({ remote }) => sectorOf(remote).code).filter((code) => code !== null));
    this.#byCode = new Map(this.all.map((each) => [each.code, each]));
  }

  find(code: string): Organisation | null {
    return this.#byCode.get(code) ?? null;
  }
}
