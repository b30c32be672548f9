import type { StepAnswer } from './journey';

/** The JSON object of an answer with the right status; undefined for anything else. */
export function record(answer: StepAnswer, status: number): object | undefined {
  if (answer.status !== status) return undefined;
  try {
    const value: unknown = JSON.parse(answer.body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** True when `value` has every field of `expected` with the same value; further fields are the team's own business. */
export function holds(value: object | undefined, expected: object): boolean {
  if (value === undefined) return false;
  const fields = value as Record<string, unknown>;
  return Object.entries(expected).every(([name, wanted]) => fields[name] === wanted);
}
