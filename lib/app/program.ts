import type { AppAnswer, AppRequest } from '../arena/application';

/** One tier of a real application. */
export interface Program {
  /** @param at instant on the calendar, ms */
  answer(request: AppRequest, at: number): Promise<AppAnswer>;
  /** Settles when the program can do its work; rejects or hangs when it cannot. */
  healthy(): Promise<void>;
}

/** Environment of a process: `TIER`, `ACCOUNT`, `SIGNING_KEY` and what its tier needs. */
export type AppEnvironment = Readonly<Record<string, string | undefined>>;

/** @throws Error naming the variable when it is missing or empty */
export function needed(env: AppEnvironment, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}
