import type { LogEntry } from './records';

/** Entries of what happened at a team, or was done there: no word takes that back. */
export const happened: ReadonlySet<LogEntry['type']> = new Set([
  'experiment-started',
  'experiment-ended',
  'experiment-refused',
  'seat',
  'settings-changed',
  'resource-created',
  'resource-deleted',
  'operated',
  'repair-made',
  'repaired',
]);
