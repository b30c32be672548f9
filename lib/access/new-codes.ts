import type { Team } from '../core/event/event';
import { keyedHash } from './keyed-hash';
import type { TeamCodes } from './ports';
import { codeBytes, teamCode, typedCode } from './team-code';

/** A code as it is shown once: nothing can show it again. */
export interface NewCode {
  readonly team: Team;
  readonly code: string;
}

/**
 * Gives teams new codes; what they had before, and every session of it, is good for nothing then. Throws `RecordConflict` when somebody else
 * gives codes at the same moment.
 * @param randomBytes from a source that nobody can guess
 */
export async function giveCodes(
  codes: TeamCodes,
  teams: readonly Team[],
  pepper: Uint8Array,
  randomBytes: (count: number) => Uint8Array,
): Promise<NewCode[]> {
  const known = new Map((await codes.all()).map((record) => [record.team, record]));
  const given: NewCode[] = [];
  for (const team of teams) {
    const code = teamCode(randomBytes(codeBytes));
    const before = known.get(team.id);
    const generation = (before?.generation ?? 0) + 1;
    await codes.replace(before, { team: team.id, generation, hash: codeHash(pepper, code) });
    given.push({ team, code });
  }
  return given;
}

/** @param code as it was given or typed; what can be no code has the hash of no code */
export const codeHash = (pepper: Uint8Array, code: string): string => keyedHash(pepper, 'code', typedCode(code) ?? '');
