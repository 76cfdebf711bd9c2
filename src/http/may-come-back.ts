import { CircuitOpenError, isUpstreamFailure, LimitError, StatusError } from './errors.ts';
import { ShapeError } from './parse.ts';

/** The upstream or our way to it is in trouble, as opposed to an upstream that says no. */
export function mayComeBack(error: unknown): boolean {
  if (error instanceof StatusError && error.status === 429) return true;
  return isUpstreamFailure(error) || error instanceof ShapeError || error instanceof CircuitOpenError || error instanceof LimitError;
}
