/** How far an export is. */
export interface Progress {
  readonly rows: number;
  /** Pages of the sources that were read. */
  readonly pages: number;
  /** How long calls waited for their turn under rate limits. */
  readonly waitSeconds: number;
  /** Null where it cannot be told. */
  readonly secondsLeft: number | null;
}
