import type { Context } from '../context.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { Walk } from './batch.ts';
import { walkClicks, walkInsights } from './figure-walk.ts';
import type { ExportRequest } from './request.ts';
import { walkVacancies } from './vacancy-walk.ts';

export interface ExportParts {
  /** A context of the caller's; several may be made for one file. */
  readonly contextOf: () => Context;
  /** Whether the caller may see personal data. */
  readonly personal: boolean;
  /** Told of each source that the file does not have, since it cannot apply a criterion; before the first page comes. */
  readonly skipped?: (source: SourceName) => void;
}

/**
 * What a file is made of. Nothing is asked of a source yet.
 * @throws NoSource
 */
export function openWalk(request: ExportRequest, { contextOf, personal, skipped = () => undefined }: ExportParts): Walk {
  switch (request.of) {
    case 'insights':
      return walkInsights(contextOf(), request, { personal });
    case 'clicks':
      return walkClicks(contextOf(), request, { personal });
    case 'vacancies':
      return walkVacancies(contextOf, request.query, skipped);
  }
}
