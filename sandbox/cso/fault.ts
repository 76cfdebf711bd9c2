/** A refusal as the document's table of status codes has it; the message reaches the caller. */
export class CsoFault extends Error {
  readonly status: 400 | 403 | 404 | 405;

  constructor(status: 400 | 403 | 404 | 405, message: string) {
    super(message);
    this.name = 'CsoFault';
    this.status = status;
  }
}

export function invalid(message: string): CsoFault {
  return new CsoFault(400, message);
}
