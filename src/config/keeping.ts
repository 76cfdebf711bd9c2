import { group } from './group.ts';
import { wholeNumber } from './values.ts';

/** How long what is of the past is kept, days. */
export interface KeepingConfig {
  /** The log of mutations. */
  readonly auditDays: number;
  /** What was forwarded to partners, from when it came to its end. */
  readonly deliveryDays: number;
}

export const keepingGroup = group({
  shape: {
    AUDIT_DAYS: wholeNumber(1, 36_500).default(365),
    DELIVERY_DAYS: wholeNumber(1, 3650).default(30),
  },
  configOf: (env): KeepingConfig => ({ auditDays: env.AUDIT_DAYS, deliveryDays: env.DELIVERY_DAYS }),
});
