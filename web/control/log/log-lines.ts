import type { OrganizerLog } from '../../../lib/api/routes/organizer';
import { happened } from '../../../lib/core/records/happened';

export type OrganizerEntry = OrganizerLog['entries'][number];

/** An entry as the log shows it. */
export interface LogLine {
  readonly entry: OrganizerEntry;
  /** Whom it is about; undefined for everybody. */
  readonly team: string | undefined;
  /** What it says beside its type, as text. */
  readonly says: string;
  /** It was taken back, and is as if it had never been written. */
  readonly retracted: boolean;
  /** It may be that it can be taken back: the server knows. */
  readonly retractable: boolean;
}

/** What happened, orders of experiments, and the clock, by which rounds were measured. */
const stands: ReadonlySet<string> = new Set<string>([
  ...happened,
  'started',
  'paused',
  'resumed',
  'closed',
  'experiment-ordered',
  'stop-ordered',
]);

/** All entries, newest first. */
export function logLines(entries: readonly OrganizerEntry[]): LogLine[] {
  const retracted = retractedIds(entries);
  return entries
    .map((entry): LogLine => {
      const isRetracted = retracted.has(entry.id);
      return {
        entry,
        team: typeof entry['team'] === 'string' ? entry['team'] : undefined,
        says: saysOf(entry),
        retracted: isRetracted,
        retractable: !isRetracted && !stands.has(entry.type),
      };
    })
    .toSorted((a, b) => b.entry.atSeconds - a.entry.atSeconds || Date.parse(b.entry.at) - Date.parse(a.entry.at));
}

/** Ids that are taken back; a retraction that was itself taken back counts for nothing. Walked from the last to the first, as the fold does. */
function retractedIds(entries: readonly OrganizerEntry[]): ReadonlySet<string> {
  const found = new Set<string>();
  const inOrder = entries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const { id, type, entry } of inOrder.reverse() as (OrganizerEntry & { entry?: unknown })[]) {
    if (type === 'retracted' && typeof entry === 'string' && !found.has(id)) found.add(entry);
  }
  return found;
}

/** Fields that the line shows elsewhere. */
const shownElsewhere: ReadonlySet<string> = new Set(['id', 'at', 'atSeconds', 'by', 'type', 'team']);

const saysOf = (entry: OrganizerEntry): string =>
  Object.entries(entry)
    .filter(([name]) => !shownElsewhere.has(name))
    .map(([name, value]) => (name === 'text' || name === 'reason' ? String(value) : `${name} ${plain(value)}`))
    .join(' · ');

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What organizers decided about points. */
export const isRuling = ({ type }: OrganizerEntry): boolean => ['adjusted', 'voided', 'retracted'].includes(type);
