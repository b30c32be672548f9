import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { GameDayError } from '../core/errors';
import type { GameDayEvent, Instant } from '../core/event/event';
import type { Io } from '../core/io';
import type { LogEntry, LogEntryOf } from '../core/records/records';
import { dayOf } from '../core/time/day';
import type { Fact } from '../rehearsal/records/journal';
import { readFolder } from '../rehearsal/records/folder';
import { appendOrder } from '../rehearsal/records/orders';
import { deployedRecords, type HomeOptions } from './deployed-records';
import { requireTeam } from './require-team';

/** What a team says. */
export type IncidentWord =
  Own<'incident-declared', 'text'> | Own<'incident-updated', 'text' | 'audience'> | Own<'incident-resolved', never>;
type Own<T extends LogEntry['type'], Fields extends keyof LogEntryOf<T>> = Pick<LogEntryOf<T>, Fields | 'type'>;

interface TellOptions {
  /** Folder of a running rehearsal, or the event file of a deployed event. */
  readonly where: string;
  readonly team: string;
  readonly word: IncidentWord;
  readonly home: HomeOptions;
}

/**
 * Has a running rehearsal or a deployed event write down what a team says. Throws `BadOption` for an unknown team, where no rehearsal plays
 * and where nothing can be declared, and what `readFolder` and `deployedRecords` throw.
 */
export async function tellIncident({ where, team, word, home }: TellOptions, io: Io): Promise<void> {
  const id = `${team}-${word.type}-${randomUUID()}`;
  if (statSync(where, { throwIfNoEntry: false })?.isDirectory() === true) {
    const { event } = await readFolder(where);
    requireTeam(event, team);
    const fact: Fact = { id, by: `team:${team}`, team, ...word };
    appendOrder(where, fact);
    io.result(`${JSON.stringify(fact)}\n`);
    io.notify(`Told. Look at it with: npx gameday incidents ${where} --team ${team} --json`);
    return;
  }
  const { event, records } = await deployedRecords(where, home, io);
  requireTeam(event, team);
  const now = Date.now();
  if (word.type === 'incident-declared') requirePlaying(event, await records.log(), now);
  // Whoever may write into the table is an organizer, also when it is the team that speaks.
  const entry: LogEntry = { id, at: new Date(now).toISOString(), by: 'organizer', team, ...word };
  await records.append(entry);
  io.result(`${JSON.stringify(entry)}\n`);
  io.notify(`${entry.type} at ${entry.at}`);
}

function requirePlaying(event: GameDayEvent, log: readonly LogEntry[], now: Instant): void {
  const { phase } = dayOf(event, log, now);
  if (phase === 'running' || phase === 'paused') return;
  throw new GameDayError(
    'BadOption',
    `Nothing was written: the event is ${phase}, and a declaration counts only while it plays.`,
    'Declare while the event plays; updates and resolutions may come later.',
  );
}
