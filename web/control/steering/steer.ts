import { callApi } from '../../shared/api';
import type { SteeringType } from './refusals';

/** Does something to the day. Throws `ApiProblem`. */
export const steer = (type: SteeringType, more: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
  callApi('POST', 'organizer/steering', { type, ...more });

/** A field of a form as text; empty when it has none. */
export function textIn(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}

/** `{ team }`, or nothing where a form says all. */
export function teamIn(fields: FormData): { readonly team?: string } {
  const team = textIn(fields, 'team');
  return team === '' ? {} : { team };
}
