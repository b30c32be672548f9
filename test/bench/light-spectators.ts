import { loadScenario } from '../../lib/scenarios/catalogue';
import { synthesise } from '../../lib/scenarios/synth';
import { newKeys } from '../../lib/rehearsal/api/keys';
import { Pace } from '../../lib/rehearsal/api/pace';
import { rehearsalApi } from '../../lib/rehearsal/api/rehearsal-api';
import { RehearsalClock } from '../../lib/rehearsal/clock';
import { servePages } from '../../lib/rehearsal/pages/page-server';
import { buildPages } from '../../lib/rehearsal/pages/pages';
import { Board } from '../../lib/rehearsal/records/board';
import { newRecords } from '../../lib/rehearsal/records/records';
import { Rehearsal } from '../../lib/rehearsal/rehearsal';
import { aRound } from '../support/builders';

/** Rounds that are measured: nearly all of a day of four hours. */
const ROUNDS = 230;

/**
 * `light-spectators.ts EVENT-FILE FOLDER`: what a rehearsal serves late in its day, without the load of its customers. Prints its address and
 * the teams' codes as JSON, and ends when its parent does.
 */
async function main(file: string, out: string): Promise<void> {
  const scenario = await loadScenario('rental-market');
  const synthesis = await synthesise(scenario.id);
  const records = (await newRecords({ file, out })).open();
  const { journal } = records;
  const { event } = journal;
  journal.addFact(0, { id: 'started', by: 'organizer', type: 'started' });
  for (let round = 0; round < ROUNDS; round += 1) {
    const startsAt = new Date(journal.instant(round * event.roundSeconds)).toISOString();
    const teams = event.teams.map(({ id }, place) => [id, aMinute(round, place)] as const);
    journal.addRound({ round, startsAt, teams: Object.fromEntries(teams) });
  }
  const clock = new RehearsalClock(journal, 1, journal.instant(ROUNDS * event.roundSeconds), -Infinity);
  const rehearsal = new Rehearsal({ scenario, synthesis, journal, seed: 1, clock, steered: true });
  const pace = new Pace(clock);
  const keys = await newKeys(event);
  const unheard = (): void => undefined;
  const io = { notify: console.error, result: unheard, progress: unheard, confirm: () => Promise.resolve(false) };
  const api = rehearsalApi({ rehearsal, weaknesses: scenario.weaknesses, keys, pace, io });
  const board = new Board(records, pace.at());
  setInterval(() => board.show(pace.at(), 1), 1000);
  const server = await servePages({
    folder: await buildPages(),
    port: 0,
    scoreboard: board.content,
    api: (request) => api.fetch(request),
  });
  console.log(JSON.stringify({ url: server.url, codes: keys.given.map(({ team, code }) => [team.id, code]) }));
  process.stdin.resume().on('end', () => process.exit());
}

/** Now and then a team is served badly for ten minutes. */
const aMinute = (round: number, place: number) =>
  (round + 7 * place) % 60 < 10
    ? aRound({ fast: 40, slow: 20, failed: 60, spendUsdPerHour: 0.4 })
    : aRound({ fast: 100, acceptable: 20, spendUsdPerHour: 0.3 + (place % 5) / 20 });

void main(process.argv[2] ?? '', process.argv[3] ?? '');
