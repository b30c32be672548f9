import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GameDayError } from '../../core/errors';
import type { GameDayEvent } from '../../core/event/event';
import { eventText } from '../../core/event/event-text';
import { isWholeLine, journalLine, readLog, readRounds, type Journal } from '../../core/records/journal';
import type { LogEntry, RoundRecord } from '../../core/records/records';
import type { Snapshot } from '../../core/view/snapshot';
import { readResolvedEvent } from './event-on-disk';
import { readBytes, unwritable, writeWhole } from './text-file';

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

/**
 * A rehearsal's folder that is written to.
 *
 * Every record is one append of one whole line, so a writer that is killed loses at most the line it was writing.
 */
export class RehearsalFolder {
  private constructor(readonly path: string) {}

  /** Makes the folder with its resolved event. Throws `FolderUnwritable` when that is not possible or something is in it already. */
  static create(folder: string, event: GameDayEvent): RehearsalFolder {
    try {
      mkdirSync(folder, { recursive: true });
      if (readdirSync(folder).length > 0) throw notEmpty(folder);
      writeWhole(path.join(folder, eventFile), eventText(event));
      for (const journal of [roundsFile, logFile]) writeFileSync(path.join(folder, journal), '');
    } catch (error) {
      throw unwritable(folder, error);
    }
    return new RehearsalFolder(folder);
  }

  /** Goes on writing to a folder: what a killed writer left of a last line is cut off. Throws `FileMissing` or `FolderUnwritable`. */
  static open(folder: string): RehearsalFolder {
    assertRehearsal(folder);
    try {
      for (const journal of [roundsFile, logFile]) mendEnd(path.join(folder, journal));
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
    writeWhole(path.join(this.path, 'scoreboard.json'), JSON.stringify(snapshot));
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

function assertRehearsal(folder: string): void {
  if (existsSync(path.join(folder, eventFile))) return;
  const message = existsSync(folder) ? `${folder} holds no ${eventFile}` : `${folder} does not exist`;
  throw new GameDayError(
    'FileMissing',
    message,
    'Give the folder of a rehearsal: `gameday rehearse` names it at its end.',
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

const notEmpty = (folder: string): GameDayError =>
  new GameDayError(
    'FolderUnwritable',
    `${folder} is not empty`,
    `Give a new folder with --out, or go on with that rehearsal: gameday rehearse --resume ${folder}`,
  );
