import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { CodeRecord } from '../../access/code-record';
import { giveCodes, type NewCode } from '../../access/new-codes';
import type { TeamCodes } from '../../access/ports';
import { GameDayError } from '../../core/errors';
import type { GameDayEvent } from '../../core/event/event';
import { writeWhole } from '../records/text-file';

/** What lets people in while a rehearsal's server runs. */
export interface RehearsalKeys {
  /** Whoever knows it is an organizer. */
  readonly secret: string;
  readonly pepper: Uint8Array;
  readonly codes: TeamCodes;
  /** Each team's code, in the event's order. */
  readonly given: readonly NewCode[];
}

/** New ones: those of an earlier start are worth nothing. */
export async function newKeys({ teams }: Pick<GameDayEvent, 'teams'>): Promise<RehearsalKeys> {
  const codes = new CodesInMemory();
  const pepper = randomBytes(32);
  const given = await giveCodes(codes, teams, pepper, randomBytes);
  return { secret: randomBytes(24).toString('base64url'), pepper, codes, given };
}

/**
 * Writes the organizer's secret and the teams' codes into a rehearsal's folder, a line each, for its owner's eyes alone, and returns the
 * file's path. Throws `FolderUnwritable`.
 */
export function writeKeys(folder: string, { secret, given }: RehearsalKeys): string {
  const file = path.join(folder, 'keys.txt');
  const lines = [`organizer ${secret}`, ...given.map(({ team, code }) => `${team.id} ${code}`)];
  writeWhole(file, `${lines.join('\n')}\n`, 0o600);
  return file;
}

class CodesInMemory implements TeamCodes {
  private readonly records = new Map<string, CodeRecord>();

  all(): Promise<readonly CodeRecord[]> {
    return Promise.resolve([...this.records.values()]);
  }

  replace(before: CodeRecord | undefined, after: CodeRecord): Promise<void> {
    if (this.records.get(after.team)?.generation !== before?.generation) {
      throw new GameDayError('RecordConflict', `Team ${after.team} was given another code.`, 'Repeat the command.');
    }
    this.records.set(after.team, after);
    return Promise.resolve();
  }
}
