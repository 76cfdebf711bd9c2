import type { EnumerationValue } from '../../domain/enumeration.ts';
import type { Draft } from '../../domain/posting/drafts.ts';
import type { Finding, SendOutcome } from '../../domain/posting/outcome.ts';
import type { Enumerations, Insights, Posts, Sought, Tells } from '../../domain/capabilities.ts';
import type { Click, FigurePage, FigureReading, Insight, Period } from '../../domain/insight.ts';
import type { ToldVacancy } from '../../domain/posting/told-vacancy.ts';
import { asSource } from '../shared/failure.ts';
import { rateLimitOf } from '../shared/rate-limit.ts';
import type { ConnectedUpstream, RequestScope, Services, Upstream } from '../shared/upstream.ts';
import { createIctergezochtClient, type IctergezochtClient } from './client.ts';
import type { IctergezochtConfig } from './config.ts';
import { endDateReading } from './end-date.ts';
import { clickFigures, type FigureParts, insightFigures } from './figures.ts';
import { findVacancy } from './find-vacancy.ts';
import { InsightScan } from './insight-scan.ts';
import { type EnumerationRestriction, readLists, readValue } from './lists.ts';
import { changeVacancy, postVacancy, withdrawVacancy } from './posting.ts';
import { ictergezochtProfile } from './profile.ts';

/** ICTerGezocht.nl for one operation (ICTerGezocht document). It has no way to read a vacancy. */
export class IctergezochtDataSource implements Enumerations, Posts, Tells, Insights {
  readonly source = 'ICTERGEZOCHT';
  readonly #client: IctergezochtClient;
  readonly #services: Services;
  readonly #scope: RequestScope;
  readonly #figures: FigureParts;
  #insights: InsightScan | null = null;

  constructor(client: IctergezochtClient, services: Services, scope: RequestScope, endsWithDay: FigureParts['endsWithDay']) {
    this.#client = client;
    this.#services = services;
    this.#scope = scope;
    this.#figures = { client, endsWithDay, scope };
  }

  enumerations(only: EnumerationRestriction) {
    return asSource('ICTERGEZOCHT', () => readLists(only, this.#client, this.#scope, this.#services));
  }

  enumerationValue(list: string, code: string): Promise<EnumerationValue | null> {
    return asSource('ICTERGEZOCHT', () => readValue(list, code, this.#client, this.#scope));
  }

  post(draft: Draft): Promise<SendOutcome> {
    return postVacancy(draft, this.#client, this.#scope);
  }

  change(upstreamId: string, draft: Draft): Promise<SendOutcome> {
    return changeVacancy(upstreamId, draft, this.#client, this.#scope);
  }

  withdraw(upstreamId: string): Promise<SendOutcome> {
    return withdrawVacancy(upstreamId, this.#client, this.#scope);
  }

  find(draft: Draft, sought: Sought = {}): Promise<Finding> {
    return findVacancy(draft, sought, this.#client, this.#scope);
  }

  toldOf(vacancyId: string): Promise<ToldVacancy | null> {
    this.#insights ??= new InsightScan(this.#client.insightPages(this.#scope));
    const scan = this.#insights;
    return asSource('ICTERGEZOCHT', () => scan.find(vacancyId));
  }

  get figuresOf(): string {
    return this.#client.account;
  }

  insightPages(period: Period | null, from: string | null, reading: FigureReading = {}): AsyncGenerator<FigurePage<Insight>> {
    return insightFigures(this.#figures, period, from, reading);
  }

  clickPages(period: Period | null, referenceNumber: string | null, from: string | null): AsyncGenerator<FigurePage<Click>> {
    return clickFigures(this.#figures, period, referenceNumber, from);
  }
}

/** The door of ICTerGezocht. */
export const ictergezocht: Upstream<IctergezochtConfig> = {
  profile: ictergezochtProfile,
  connect(config: IctergezochtConfig, services: Services): ConnectedUpstream {
    const client = createIctergezochtClient(config, services);
    const endsWithDay = endDateReading(client, config, services);
    return {
      open: (scope) => new IctergezochtDataSource(client, services, scope, endsWithDay),
      healthy: () => client.healthy(),
      rateLimit: () => rateLimitOf(client.limit()),
      close: () => client.close(),
    };
  },
};
