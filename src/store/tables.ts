/** Instants are milliseconds since the epoch; JSON is text, the same on both engines. */
export interface Tables {
  operations: OperationRow;
  operation_steps: OperationStepRow;
  postings: PostingRow;
  posting_channels: PostingChannelRow;
  posted_ids: PostedIdRow;
  audit: AuditRow;
  webhook_subscriptions: WebhookSubscriptionRow;
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
