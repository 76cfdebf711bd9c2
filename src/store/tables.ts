import type { Generated } from 'kysely';

/** Instants are milliseconds since the epoch; JSON is text, the same on both engines. */
export interface Tables {
  operations: OperationRow;
  operation_steps: OperationStepRow;
  postings: PostingRow;
  posting_channels: PostingChannelRow;
  posted_ids: PostedIdRow;
  audit: AuditRow;
  candidate_reads: CandidateReadRow;
  candidate_read_ids: CandidateReadIdRow;
  webhook_subscriptions: WebhookSubscriptionRow;
  insight_days: InsightDayRow;
  webhook_events: WebhookEventRow;
  webhook_calls: WebhookCallRow;
  change_polls: ChangePollRow;
  applications: ApplicationTable;
  resumes: ResumeRow;
  deliveries: DeliveryRow;
  delivery_attempts: DeliveryAttemptRow;
}

/** A day's figures of an account. */
export interface InsightDayRow {
  /** A name that says nothing. */
  readonly account: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** JSON: a list of columns for each vacancy. */
  readonly rows: string;
  readonly read_at: number;
  /** 1 where it is to be asked for anew. */
  readonly doubted: number;
  readonly doubts: number;
}

export interface OperationRow {
  readonly id: string;
  readonly client: string;
  readonly key: string;
  readonly operation: string;
  readonly input_hash: string;
  readonly holder: string;
  readonly lease_until: number;
  /** JSON; null until it is settled. */
  readonly outcome: string | null;
  readonly created_at: number;
  /** Null until it is settled. */
  readonly settled_at: number | null;
}

export interface OperationStepRow {
  readonly operation_id: string;
  readonly step: string;
  readonly state: string;
  readonly updated_at: number;
}

export interface PostingRow {
  readonly id: string;
  readonly client: string;
  readonly reference_number: string;
  readonly title: string | null;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface PostingChannelRow {
  readonly posting_id: string;
  readonly channel: string;
  readonly status: string;
  readonly upstream_id: string | null;
  readonly url: string | null;
  readonly draft: string | null;
  readonly user_errors: string;
  readonly error: string | null;
  /** JSON of what stood before a sending that is uncertain. */
  readonly stood: string | null;
  readonly turn: number;
  readonly settled_turn: number;
  readonly updated_at: number;
}

/** Every vacancy that a client ever posted on a channel: a posting knows its present one only. */
export interface PostedIdRow {
  readonly channel: string;
  readonly upstream_id: string;
  readonly client: string;
  /** The latest that it was posted under. */
  readonly reference_number: string;
}

export interface AuditRow {
  readonly id: string;
  readonly at: number;
  readonly client: string;
  readonly operation: string;
  readonly channel: string | null;
  readonly target: string | null;
  readonly outcome: string;
  readonly upstream_status: number | null;
  readonly input_hash: string | null;
}

export interface CandidateReadRow {
  readonly id: string;
  readonly at: number;
  readonly client: string;
  readonly root_field: string;
  readonly purpose: string | null;
  /** JSON list of global ids. */
  readonly candidate_ids: string;
}

/** A candidate of a read, for finding those of one person. */
export interface CandidateReadIdRow {
  readonly candidate_id: string;
  readonly at: number;
  readonly read_id: string;
}

export interface WebhookSubscriptionRow {
  readonly id: string;
  readonly client: string;
  readonly source: string;
  readonly event: string;
  readonly callback_url: string;
  readonly ping_url: string | null;
  readonly hook_id: string | null;
  readonly created_at: number;
}

export interface DeliveryRow {
  readonly id: string;
  readonly client: string;
  readonly source: string;
  readonly application_id: number;
  readonly status: string;
  readonly failures: number;
  readonly first_tried_at: number | null;
  /** Null where it is not tried again. */
  readonly next_at: number | null;
  readonly holder: string | null;
  readonly lease_until: number;
  readonly created_at: number;
  readonly settled_at: number | null;
}

export interface DeliveryAttemptRow {
  readonly id: string;
  readonly delivery_id: string;
  readonly at: number;
  readonly duration_ms: number;
  readonly http_status: number | null;
  readonly fault: string | null;
}

export interface WebhookEventRow {
  readonly id: string;
  readonly source: string;
  readonly event: string;
  readonly about: string | null;
  readonly source_id: string | null;
  readonly owner: string | null;
  readonly change: string;
  readonly native_status: string | null;
  /** What is worked on in order: one object of one owner. */
  readonly lane: string;
  readonly received_at: number;
  /** Its place among the events of its call. */
  readonly place: number;
  readonly status: string;
  readonly attempts: number;
  readonly next_at: number;
  readonly holder: string | null;
  readonly lease_until: number;
  readonly error_code: string | null;
  readonly error_message: string | null;
  readonly ended_at: number | null;
}

/** A call that was taken, for as long as it could be sent again. */
export interface WebhookCallRow {
  readonly fingerprint: string;
  readonly expires_at: number;
}

export interface ChangePollRow {
  readonly name: string;
  /** Up to when changes were told. */
  readonly position: number;
  readonly next_at: number;
  readonly wanted_at: number;
  readonly holder: string | null;
  readonly lease_until: number;
}

export interface ApplicationRow {
  readonly id: number;
  readonly source: string;
  readonly owner: string | null;
  readonly account: string | null;
  readonly received_at: number;
  readonly reference_number: string;
  readonly name: string;
  readonly email: string;
  /** The address as it is compared. */
  readonly email_key: string;
  readonly phone: string | null;
  readonly city: string | null;
  readonly motivation: string | null;
  readonly origin: string;
  readonly campaign: string;
  /** JSON. */
  readonly custom: string;
  readonly resume_sha256: string | null;
  readonly resume_bytes: number | null;
  readonly resume_name: string | null;
  readonly resume_type: string | null;
  /** By which the same delivery is known again; null where that is too long ago. */
  readonly dedupe_key: string | null;
}

/** The engine gives the ids. */
export interface ApplicationTable extends Omit<ApplicationRow, 'id'> {
  readonly id: Generated<number>;
}

/** A CV that is kept, or about to be referred to or removed. */
export interface ResumeRow {
  readonly sha256: string;
  readonly kept_at: number;
}
