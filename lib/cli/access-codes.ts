import { randomBytes } from 'node:crypto';
import { eventPepper } from '../access/aws/pepper';
import { TeamCodeTable } from '../access/aws/team-code-table';
import { giveCodes } from '../access/new-codes';
import { sheetPage } from '../access/sheet-page';
import { sheetText } from '../access/sheet-text';
import { GameDayError } from '../core/errors';
import { chosenTeams } from '../core/event/chosen-teams';
import type { GameDayEvent, Team } from '../core/event/event';
import { eventId } from '../core/event/event-id';
import type { Io } from '../core/io';
import { findHome } from '../deploy/aws/home';
import { organizerOutputs } from '../deploy/aws/organizer-outputs';
import { readEventFile } from '../rehearsal/records/event-on-disk';
import { requireWritable, writeWhole } from '../rehearsal/records/text-file';

interface CodesOptions {
  readonly teams: readonly string[];
  readonly rotate: boolean;
  readonly html?: string;
  readonly address?: string;
  readonly yes: boolean;
  readonly profile?: string;
  readonly region?: string;
}

/** Mode of a file that nobody else on this machine reads. */
const OWNER_ONLY = 0o600;

/**
 * Gives teams codes and shows them, once. Throws `Aborted`, `BadOption` for a team that the event does not have, `NotDeployed`,
 * `RecordConflict`, `SecretUnusable`, `CredentialsMissing`, and what `readEventFile` throws.
 */
export async function giveAccessCodes(file: string, options: CodesOptions, io: Io): Promise<void> {
  const event = await readEventFile(file);
  const asked = chosenTeams(event, options.teams);
  // Before a code is kept that then nobody could be shown.
  if (options.html !== undefined) requireWritable(options.html);
  const home = await findHome(options.profile, options.region);
  const { table, all } = await organizerOutputs(event, home, file);
  const client = { region: home.region, credentials: home.credentials };
  const codes = new TeamCodeTable(table, eventId(event), client);
  const having = new Set((await codes.all()).map(({ team }) => team));
  const teams = options.rotate ? asked : asked.filter(({ id }) => !having.has(id));
  if (teams.length === 0) {
    io.notify('Every team has a code, which nobody can show again. Give new ones with --rotate.');
    return;
  }
  await agree(teams, having, options, io);
  const pepper = await eventPepper(eventId(event), true, client)();
  const given = await giveCodes(codes, teams, pepper, randomBytes);
  const facts = { eventName: event.name, address: options.address ?? all['Scoreboard'] ?? '' };
  if (options.html === undefined) {
    for (const code of given) io.result(sheetText(code, facts));
  } else {
    writeWhole(options.html, sheetPage(given, facts), OWNER_ONLY);
    io.notify(`${given.length} sheets: ${options.html}. Print it, then delete it.`);
  }
  io.notify(nextWords(event, file));
}

/** New codes for those who have one shut people out: that is asked for. */
async function agree(
  teams: readonly Team[],
  having: ReadonlySet<string>,
  { yes }: CodesOptions,
  io: Io,
): Promise<void> {
  const losing = teams.filter(({ id }) => having.has(id)).map(({ id }) => id);
  if (yes || losing.length === 0) return;
  if (await io.confirm(`New codes end what ${losing.join(', ')} opened with the old ones. Give them?`)) return;
  throw new GameDayError('Aborted', 'No code was given.', 'Repeat the command and say yes, or give --yes.');
}

const nextWords = ({ teams }: GameDayEvent, file: string): string =>
  `A code lets in once the event plays and the team’s account is live. Next: npx gameday doctor ${file} (${teams.length} teams)`;
