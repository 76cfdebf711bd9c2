import { dayInAmsterdam } from '../../domain/amsterdam.ts';
import { globalId } from '../../domain/ids.ts';
import type { Click } from '../../domain/insight.ts';
import type { Columns } from '../column.ts';

export interface ClickRow {
  readonly click: Click;
  /** A name for who clicked, by which nobody can be found. */
  readonly visitor: string;
}

/** `clicks`: one row a click, oldest first. */
export const clickColumns: Columns<ClickRow> = [
  { name: 'source', type: 'text', description: 'The job board.', of: ({ click }) => click.source },
  { name: 'vacancyId', type: 'text', description: 'Global id of the vacancy, as the graph has it.', of: ({ click }) => globalId(click.source, 'vacancy', click.sourceId) },
  { name: 'sourceId', type: 'text', description: "The board's own id of the vacancy.", of: ({ click }) => click.sourceId },
  { name: 'referenceNumber', type: 'text', description: 'The reference number that the vacancy was posted under.', of: ({ click }) => click.referenceNumber },
  { name: 'clickedAt', type: 'timestamp', description: 'When it was, UTC.', of: ({ click }) => click.clickedAt.getTime() },
  { name: 'clickedOn', type: 'date', description: 'The day that it was in Amsterdam.', of: ({ click }) => dayInAmsterdam(click.clickedAt) },
  { name: 'costPerClick', type: 'decimal', description: 'What it cost, in the currency of the row.', of: ({ click }) => click.costPerClick },
  { name: 'currency', type: 'text', description: 'ISO 4217.', of: ({ click }) => click.currency },
  { name: 'visitor', type: 'text', description: 'The same for clicks from one address within one day in Amsterdam; it cannot be turned into the address.', of: ({ visitor }) => visitor },
  { name: 'ip', type: 'text', description: 'IP address.', personal: true, of: ({ click }) => click.ip },
];
