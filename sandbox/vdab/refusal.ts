import { json, type Reply } from '../kit/exchange.ts';

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  410: 'Gone',
  415: 'Unsupported Media Type',
};

/** A request that is turned away: thrown where the fault is seen, answered by the router. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.headers = headers;
  }

  /** The error body of the API gateway that stands before VDAB's services: three strings. */
  reply(): Reply {
    const body = { httpCode: String(this.status), httpMessage: reasons[this.status] ?? 'Error', moreInformation: this.message };
    return json(this.status, body, this.headers);
  }
}
