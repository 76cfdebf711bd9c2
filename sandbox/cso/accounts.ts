import type { CsoJob } from './model.ts';

/** Rights differ by account (CSO document, 2): what it sees, and whether it may write. */
export interface Account {
  readonly username: string;
  readonly password: string;
  /** `all` jobs, hidden ones too; or only those shown to the public in an external phase. */
  readonly sees: 'all' | 'public';
  readonly writes: boolean;
}

export const accounts: readonly Account[] = [
  { username: 'sandbox-cso', password: 'sandbox-cso-password', sees: 'all', writes: true },
  { username: 'sandbox-cso-2', password: 'sandbox-cso-2-password', sees: 'public', writes: false },
];

/** Whether the account sees the job; `external` is the code of the phase open to everybody. */
export function maySee(account: Account, job: CsoJob, external: string): boolean {
  if (account.sees === 'all') return true;
  return job.publication.visible && job.publication.sets.some((set) => set.phases.some((phase) => phase.status === external));
}
