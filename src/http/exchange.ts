import { errors, type Dispatcher } from 'undici';
import { BodyBuffer } from './body.ts';
import type { HttpRequest } from './call.ts';
import { AbortedError, BodyError, ConnectionError, StatusError, TimeoutError, type HttpError } from './errors.ts';
import { parseRetryAfter } from './retry-after.ts';

type Headers = Readonly<Record<string, string>>;

/** What takes the answer of one exchange. After `end` or `fail` nothing more is called. */
export interface Receiver {
  /** A 2xx answer begins. */
  start(status: number, headers: Headers): void;
  /** More, a pause, or no more for this reason. */
  data(chunk: Uint8Array): 'more' | 'pause' | HttpError;
  end(): void;
  fail(error: Error): void;
}

interface Refusal {
  readonly status: number;
  readonly headers: Headers;
  readonly body: BodyBuffer;
}

/** A refusal explains itself in less than this; what is longer is no JSON worth keeping. */
const maxRefusalBytes = 1024 * 1024;

/** One request on one connection: turns undici's events into a `Receiver`'s, and every failure into one `HttpError`. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #request: HttpRequest;
  readonly #receiver: Receiver;
  readonly #idleTimeoutMs: number;
  readonly #now: () => number;
  #controller: Dispatcher.DispatchController | undefined;
  #refusal: Refusal | undefined;
  #begun = false;
  #over = false;

  constructor(request: HttpRequest, receiver: Receiver, options: { readonly idleTimeoutMs: number; readonly now: () => number }) {
    this.#request = request;
    this.#receiver = receiver;
    this.#idleTimeoutMs = options.idleTimeoutMs;
    this.#now = options.now;
    request.signal?.addEventListener('abort', this.#onAbort);
    request.onBegun?.(this.#onAbort);
  }

  /** Takes up a paused body. */
  resume(): void {
    this.#controller?.resume();
  }

  /** The receiver wants no more: the connection is dropped, and nothing further is reported. */
  leave(): void {
    this.#finish();
    this.#controller?.abort(new errors.RequestAbortedError());
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (!this.#over) this.#request.onSent?.();
    // A call can be given up while it still waits for a connection; this is the first moment to take it off the wire.
    if (this.#over) controller.abort(new errors.RequestAbortedError());
    else this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    raw: Record<string, string | string[] | undefined>,
  ): void {
    if (this.#over || status < 200) return;
    const headers = flatten(raw);
    this.#begun = true;
    if (status < 300) this.#receiver.start(status, headers);
    else this.#refusal = { status, headers, body: new BodyBuffer(maxRefusalBytes) };
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (this.#over) return;
    if (this.#refusal !== undefined) {
      if (!this.#refusal.body.add(chunk)) this.#breakOff(this.#refused(this.#refusal, null));
      return;
    }
    const wish = this.#receiver.data(chunk);
    if (wish === 'pause') controller.pause();
    else if (wish !== 'more') this.#breakOff(wish);
  }

  onResponseEnd(): void {
    if (this.#over) return;
    this.#finish();
    if (this.#refusal === undefined) this.#receiver.end();
    else this.#receiver.fail(this.#refused(this.#refusal, this.#refusal.body.jsonOrNull(this.#request)));
  }

  onResponseError(_controller: unknown, error: Error): void {
    if (this.#over) return;
    this.#finish();
    this.#receiver.fail(this.#failure(error));
  }

  readonly #onAbort = (): void => {
    const sent = this.#controller !== undefined;
    this.#breakOff(new AbortedError(this.#request, { sent, cause: this.#request.signal?.reason }));
  };

  #breakOff(error: Error): void {
    if (this.#over) return;
    this.leave();
    this.#receiver.fail(error);
  }

  #finish(): void {
    this.#over = true;
    this.#request.signal?.removeEventListener('abort', this.#onAbort);
  }

  #refused({ status, headers }: Refusal, body: unknown): StatusError {
    const retryAfterSeconds = parseRetryAfter(headers['retry-after'], this.#now());
    return new StatusError(this.#request, { status, headers, body, retryAfterSeconds });
  }

  #failure(cause: Error): HttpError | TypeError {
    if (cause instanceof errors.InvalidArgumentError) return new TypeError('createTransport: malformed request', { cause });
    // Past the headers a refusal stands, whatever becomes of its body.
    if (this.#refusal !== undefined) return this.#refused(this.#refusal, null);
    const sent = this.#controller !== undefined;
    if (cause instanceof errors.HeadersTimeoutError || cause instanceof errors.BodyTimeoutError) {
      return new TimeoutError(this.#request, { afterMs: this.#idleTimeoutMs, sent, cause });
    }
    if (this.#begun) return new BodyError(this.#request, 'truncated', cause);
    return new ConnectionError(this.#request, { sent, cause });
  }
}

function flatten(raw: Record<string, string | string[] | undefined>): Headers {
  const headers: Record<string, string> = {};
  for (const name of Object.keys(raw)) {
    const value = raw[name];
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
