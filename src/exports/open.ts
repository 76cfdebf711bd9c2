import type { Context } from '../context.ts';
import type { Walk } from './batch.ts';
import { walkClicks, walkInsights } from './figure-walk.ts';
import type { ExportRequest } from './request.ts';
import { walkVacancies } from './vacancy-walk.ts';

export interface ExportParts {
  /** A context of the caller's; several may be made for one file. */
  readonly contextOf: () => Context;
  /** Whether the caller may see personal data. */
  readonly personal: boolean;
}

/**
 * What a file is made of. Nothing is asked of a source yet.
 * @throws NoSource
 */
export function openWalk(request: ExportRequest, { contextOf, personal }: ExportParts): Walk {
  switch (request.of) {
    case 'insights':
      return walkInsights(contextOf(), request, { personal });
    case 'clicks':
      return walkClicks(contextOf(), request, { personal });
    case 'vacancies':
      return walkVacancies(contextOf, request.query);
  }
}
