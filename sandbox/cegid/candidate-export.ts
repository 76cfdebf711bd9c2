import type { Exchange, Reply } from '../kit/exchange.ts';
import { attachmentContent, type CegidCandidate } from './candidates.ts';
import { writeCoded } from './coded-values.ts';
import type { CegidData } from './data.ts';
import { badQuery, methodNotAllowed } from './errors.ts';
import { exportReply } from './export-bodies.ts';
import { type FilterFields, filterOf, textField, timeField } from './filters.ts';
import { maxLimit, pageOf, strayParameter } from './paging.ts';
import type { CegidSwitches } from './switches.ts';

const candidateFields: FilterFields<CegidCandidate> = {
  id: textField(({ candidateDetail }) => candidateDetail.id),
  email: textField(({ candidateDetail }) => candidateDetail.personalInformation.email ?? ''),
  updateDate: timeField(({ candidateDetail }) => Date.parse(candidateDetail.modificationDate)),
};

/** `GET /api/exports/v1/candidates` (document, section Cinematics), oldest first; `attachmenttype=resume` leaves out other files. */
export function exportCandidates(exchange: Exchange, data: CegidData, switches: CegidSwitches): Reply {
  if (exchange.method !== 'GET') return methodNotAllowed('GET');
  const { query } = exchange;
  const stray = strayParameter(query, ['offset', 'limit', 'filter', 'attachmenttype'], ['filter']);
  if (stray !== undefined) return badQuery(`${stray} is not a parameter, or is given twice.`);
  const type = query.get('attachmenttype');
  if (type !== null && type !== 'resume') return badQuery('attachmenttype can be resume.');
  const page = pageOf(query, maxLimit);
  if ('status' in page) return page;
  const matches = filterOf(query.getAll('filter'), candidateFields, switches.filterJoin);
  if (typeof matches === 'string') return badQuery(matches);
  const found = data.candidates.filter((candidate) => matches(candidate));
  const rows = found.slice(page.offset, page.offset + page.limit).map((candidate) => {
    const attachments = candidate.attachments.filter(({ isResume }) => type === null || isResume);
    return {
      entry: 'applicantdetail' as const,
      value: writeCoded({ ...candidate, attachments }, switches.codedValues, data.referentials),
      files: switches.exportFormat === 'zip' ? attachments.map((attachment) => ({ name: attachment.id, content: attachmentContent(attachment) })) : [],
    };
  });
  return exportReply(rows, page, found.length, switches);
}
