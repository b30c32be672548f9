import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { GameDayError } from '../../core/errors';
import type { GameDayEvent } from '../../core/event/event';
import { eventText } from '../../core/event/event-text';
import { isWholeLine, journalLine, readLog, readRounds, type Journal } from '../../core/records/journal';
import type { LogEntry, RoundRecord } from '../../core/records/records';
import type { Snapshot } from '../../core/view/snapshot';
import { readResolvedEvent } from './event-on-disk';
import { writeSettings, type RehearsalSettings } from './settings';
import { readBytes, removeUnfinished, unwritable, writeWhole } from './text-file';

/** What a rehearsal's folder holds; it needs nothing else to be folded. */
export interface FolderContent {
  readonly event: GameDayEvent;
  readonly rounds: readonly RoundRecord[];
  readonly log: readonly LogEntry[];
  /** What was left out of the journals and why, a sentence each. */
  readonly problems: readonly string[];
}

const eventFile = 'event.yaml';
const roundsFile = 'rounds.jsonl';
const logFile = 'log.jsonl';
const scoreboardFile = 'scoreboard.json';

/**
 * A rehearsal's folder that is written to.
 *
 * Every record is one append of one whole line, so a writer that is killed loses at most the line it was writing.
 */
export class RehearsalFolder {
  private constructor(readonly path: string) {}

  /**
   * Makes the folder with its resolved event, and what going on with it needs. The event comes last: with it, the folder is whole.
   * Throws `FolderUnwritable` when that is not possible or something is in it already.
   */
  static create(folder: string, event: GameDayEvent, settings?: RehearsalSettings): RehearsalFolder {
    try {
      makeFolder(folder);
      if (readdirSync(folder).length > 0) throw notEmpty(folder);
      for (const journal of [roundsFile, logFile]) writeFileSync(path.join(folder, journal), '');
      if (settings !== undefined) writeSettings(folder, settings);
      writeWhole(path.join(folder, eventFile), eventText(event));
    } catch (error) {
      throw unwritable(folder, error);
    }
    return new RehearsalFolder(folder);
  }

  /** Goes on writing to a folder: what a killed writer left of a last line or a file is removed. Throws `FileMissing` or `FolderUnwritable`. */
  static open(folder: string): RehearsalFolder {
    assertRehearsal(folder);
    try {
      for (const journal of [roundsFile, logFile]) mendEnd(path.join(folder, journal));
      removeUnfinished(folder);
    } catch (error) {
      throw unwritable(folder, error);
    }
    return new RehearsalFolder(folder);
  }

  appendRound(record: RoundRecord): void {
    this.append(roundsFile, journalLine(record));
  }

  appendLog(entry: LogEntry): void {
    this.append(logFile, journalLine(entry));
  }

  /** Replaces `scoreboard.json` at once: a reader never sees half of it. */
  writeScoreboard(snapshot: Snapshot): void {
    writeWhole(path.join(this.path, scoreboardFile), JSON.stringify(snapshot));
  }

  private append(journal: string, line: string): void {
    const file = path.join(this.path, journal);
    try {
      appendFileSync(file, line);
    } catch (error) {
      throw unwritable(file, error);
    }
  }
}

/** Reads a rehearsal's folder, also one that is being written or was left by a killed writer. Throws `FileMissing`, `BadFile` or `BadEvent`. */
export async function readFolder(folder: string): Promise<FolderContent> {
  assertRehearsal(folder);
  const event = await readResolvedEvent(path.join(folder, eventFile));
  const rounds = readRounds(journalText(folder, roundsFile));
  const log = readLog(journalText(folder, logFile));
  return {
    event,
    rounds: rounds.records,
    log: log.records,
    problems: [...problemsOf(roundsFile, rounds), ...problemsOf(logFile, log)],
  };
}

const endSchema = z.looseObject({
  clock: z.looseObject({ phase: z.literal('closed') }),
  freeze: z.looseObject({ frozen: z.literal(false) }),
});

/** Whether `scoreboard.json` is the last one of a rehearsal, which is the last thing that one writes. */
export function showsTheEnd(folder: string): boolean {
  const file = path.join(folder, scoreboardFile);
  if (!existsSync(file)) return false;
  try {
    return endSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).success;
  } catch {
    // No JSON: not ours, and written anew in any case.
    return false;
  }
}

function assertRehearsal(folder: string): void {
  if (existsSync(path.join(folder, eventFile))) return;
  const message = existsSync(folder) ? `${folder} holds no ${eventFile}` : `${folder} does not exist`;
  throw new GameDayError(
    'FileMissing',
    message,
    'Give the folder of a rehearsal: `npx gameday rehearse` names it at its end.',
  );
}

const problemsOf = (journal: string, { problems }: Journal<unknown>): string[] =>
  problems.map(({ line, message }) => `${journal} line ${line} ${message}; it is left out`);

/** Bytes that are no UTF-8, as a torn line may end in, spoil no more than their line. A journal that is missing is empty. */
function journalText(folder: string, journal: string): string {
  const file = path.join(folder, journal);
  return existsSync(file) ? readBytes(file, 'a journal').toString('utf8') : '';
}

/** Makes a journal end in a line end, so that what is appended is a line of its own. Tries in any case whether it can be written. */
function mendEnd(file: string): void {
  appendFileSync(file, '');
  const bytes = readFileSync(file);
  const lastLine = bytes.lastIndexOf('\n') + 1;
  if (lastLine === bytes.length) return;
  if (isWholeLine(bytes.toString('utf8', lastLine))) appendFileSync(file, '\n');
  else truncateSync(file, lastLine);
}

/** Makes a folder and those above it. Not `recursive`: Node's never comes back where making a folder fails with ENOENT in one that exists, as below /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

const notEmpty = (folder: string): GameDayError =>
  new GameDayError(
    'FolderUnwritable',
    `${folder} is not empty`,
    `Give a new folder with --out, or go on with that rehearsal: npx gameday rehearse --resume ${folder}`,
  );
