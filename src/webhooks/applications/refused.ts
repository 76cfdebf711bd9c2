/** One thing that is wrong, in the form that the board's own API answers in. */
export interface Problem {
  readonly error: string;
  /** The field's name for people; empty where it concerns none. */
  readonly label: string;
  /** The field, with dots; empty where it concerns none. */
  readonly path: string;
}

/** A delivery that is not taken. Nothing of it is kept. Its problems quote nothing of what was sent. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly problems: readonly Problem[];

  constructor(status: number, problems: readonly Problem[]) {
    super(`refused with ${status}`);
    this.status = status;
    this.problems = problems;
  }
}

export function refusal(status: number, error: string): Refused {
  return new Refused(status, [{ error, label: '', path: '' }]);
}
