import { json, type Reply } from '../kit/exchange.ts';
import type { Page } from './paging.ts';
import { frames } from './frames.ts';
import type { CegidSwitches } from './switches.ts';
import { zip, type ZipEntry } from './zip.ts';

/** One exported object: the name of its entry in a ZIP, its JSON, and what lies beside it there. */
export interface ExportRow {
  readonly entry: 'offerdetail' | 'applicantdetail';
  readonly value: unknown;
  readonly files: readonly ZipEntry[];
}

/** A page of an export in the form that the switch `exportFormat` says. In ZIPs, an empty body is the end. */
export function exportReply(rows: readonly ExportRow[], page: Page, total: number, switches: CegidSwitches): Reply {
  switch (switches.exportFormat) {
    case 'json-array':
      return json(200, rows.map((row) => row.value));
    case 'json-object':
      return json(200, { data: rows.map((row) => row.value), _pagination: { offset: page.offset, limit: page.limit, total } });
    case 'zip':
      return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: frames(rows.map((row) => archiveOf(row, switches))) };
  }
}

function archiveOf({ entry, value, files }: ExportRow, switches: CegidSwitches): Buffer {
  const content = entry === 'offerdetail' && switches.zipOffer === 'wrapped' ? { offerDetail: value } : value;
  return zip([{ name: entry, content: Buffer.from(JSON.stringify(content), 'utf8') }, ...files], switches.zipMethod);
}
