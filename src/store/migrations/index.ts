import type { Migration, MigrationProvider } from 'kysely/migration';
import { createPosting } from './0001-posting.ts';
import { addTurns } from './0002-turns.ts';
import { addSettledAt } from './0003-settled-at.ts';
import { createApplications } from './0004-applications.ts';
import { createWebhookEvents } from './0005-webhook-events.ts';
import { createDeliveries } from './0006-deliveries.ts';
import { createInsightDays } from './0007-insight-days.ts';
import { createCandidateReads } from './0008-candidate-reads.ts';

/** Every change of the tables, by name in order of time. A migration that was released is never edited: add one. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-posting': { up: createPosting },
  '0002-turns': { up: addTurns },
  '0003-settled-at': { up: addSettledAt },
  '0004-applications': { up: createApplications },
  '0005-webhook-events': { up: createWebhookEvents },
  '0006-deliveries': { up: createDeliveries },
  '0007-insight-days': { up: createInsightDays },
  '0008-candidate-reads': { up: createCandidateReads },
};

export const migrationProvider: MigrationProvider = { getMigrations: async () => ({ ...migrations }) };
