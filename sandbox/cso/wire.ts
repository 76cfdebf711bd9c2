/** An object of an answer: its class in full, then its attributes. */
export type WireObject = Readonly<Record<string, unknown>>;

/** A class of the job data, e.g. `fly.cso.api.v1.data.job.RemoteJob`. */
export function remote(className: string, attributes: WireObject): WireObject {
  return { __type__: `fly.cso.api.v1.data.job.${className}`, ...attributes };
}
