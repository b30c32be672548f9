/**
 * Where an account of a pool stands. Each state is an organizational unit under the pool's own, so that moving an account changes
 * what may be done in it at once, whoever is logged in.
 *
 * entry → available → live → frozen → reclaiming → available, and quarantine for whatever could not be proved clean.
 */
export const accountStates = ['entry', 'available', 'live', 'frozen', 'reclaiming', 'quarantine'] as const;
export type AccountState = (typeof accountStates)[number];

/** A record knows more: before there is an account (requested, creating), and after it was given back to AWS (closing, closed). */
export const recordStates = ['requested', 'creating', ...accountStates, 'closing', 'closed'] as const;
export type RecordState = (typeof recordStates)[number];

/** Freezing and quarantine only take away, so they may follow anything; a team gets in only from available, or back after a freeze. */
const following: Readonly<Record<AccountState, readonly AccountState[]>> = {
  entry: ['available', 'frozen', 'quarantine'],
  available: ['live', 'frozen', 'quarantine'],
  live: ['frozen', 'quarantine'],
  frozen: ['live', 'reclaiming', 'quarantine'],
  reclaiming: ['available', 'frozen', 'quarantine'],
  quarantine: ['frozen', 'reclaiming'],
};

/** Whether an account may go from one state to the next; staying is allowed. */
export const mayFollow = (from: AccountState, to: AccountState): boolean => from === to || following[from].includes(to);

/** Name of the pool's organizational unit; those of its states lie directly below it. */
export const poolUnitName = (pool: string): string => `GameDay-${pool}`;

/** Name of a state's organizational unit. */
export const stateUnitName = (state: AccountState): string => `${state.charAt(0).toUpperCase()}${state.slice(1)}`;

/** Tag of every account that the toolkit may touch; its value is the pool. */
export const poolTag = 'gameday:pool';
