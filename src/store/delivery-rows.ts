import { type Delivery, type DeliveryAttempt, deliveryFaults, deliveryStatuses } from '../domain/delivery.ts';
import { sourceNames } from '../domain/source-name.ts';
import type { DeliveryAttemptRow, DeliveryRow } from './tables.ts';

/** @throws Error where the row holds a status or a source that is not known: it was written by a newer version */
export function deliveryOf(row: DeliveryRow, attempts: readonly DeliveryAttemptRow[]): Delivery {
  const status = deliveryStatuses.find((name) => name === row.status);
  const source = sourceNames.find((name) => name === row.source);
  if (status === undefined || source === undefined) throw new Error(`a delivery holds the unknown status or source "${row.status}" "${row.source}"`);
  const { id, client, application_id: applicationId, created_at: createdAt, next_at: nextAt, settled_at: settledAt } = row;
  return {
    id,
    client,
    source,
    applicationId,
    status,
    attempts: attempts.map(attemptOf),
    createdAt: new Date(createdAt),
    nextAttemptAt: nextAt === null ? null : new Date(nextAt),
    settledAt: settledAt === null ? null : new Date(settledAt),
  };
}

function attemptOf({ at, duration_ms: durationMs, http_status: httpStatus, fault }: DeliveryAttemptRow): DeliveryAttempt {
  return { at: new Date(at), durationMs, httpStatus, fault: fault === null ? null : (deliveryFaults.find((name) => name === fault) ?? 'INTERNAL') };
}
