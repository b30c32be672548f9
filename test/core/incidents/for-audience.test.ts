import { overEverywhere } from '../../../lib/core/experiments/over-everywhere';
import { incidentsForAudience, outcomesForAudience } from '../../../lib/core/incidents/for-audience';
import { incidentsOf } from '../../../lib/core/incidents/incidents';
import { outcomesOf } from '../../../lib/core/incidents/outcomes';
import type { LogEntry } from '../../../lib/core/records/records';
import { anEntry } from '../../support/builders';
import { dayEvent, playedDay, scriptedDay } from '../../support/incident-day';

const game = playedDay(
  scriptedDay.teams,
  ...scriptedDay.log,
  anEntry('experiment-started', 425, { run: 'secret', experiment: 'slow', team: 'blue' }),
  anEntry('experiment-refused', 425, { run: 'other', experiment: 'slow', team: 'red', reason: 'none' }),
);
const teams = incidentsOf(dayEvent, game);
const over = overEverywhere(dayEvent, game.entries);

test('the audience sees incidents and what customers were told, and nothing internal', () => {
  const seen = incidentsForAudience(teams, over);
  expect(seen[0]?.incidents.map(({ startSeconds }) => startSeconds)).toEqual([120, 420]);
  const said = seen.flatMap(({ incidents }) => incidents.flatMap(({ messages }) => messages));
  expect(said.map(({ kind, atSeconds }) => `${kind} ${atSeconds}`)).toEqual([
    'declared 165',
    'updated 200',
    'resolved 251',
  ]);
});

test('the audience learns of no experiment before it has ended, and of none that was refused', () => {
  expect(JSON.stringify(teams)).toContain('secret');
  const seen = incidentsForAudience(teams, over);
  const outcomes = outcomesForAudience(outcomesOf(dayEvent, game, teams, []), over);
  expect(JSON.stringify([seen, outcomes])).not.toMatch(/secret|slow/);
  expect(outcomes.map(({ team }) => team)).toEqual(['blue', 'green', 'red']);
});

test('with a jitter the audience learns of no experiment while it has yet to come to another team', () => {
  const event = { ...dayEvent, experiments: [{ experiment: 'slow', atSeconds: 180, teams: ['blue', 'red'] }] };
  const atBlue = [
    anEntry('experiment-started', 125, { run: 'slow-0-blue', experiment: 'slow', team: 'blue' }),
    anEntry('experiment-ended', 170, { run: 'slow-0-blue', outcome: 'completed', reason: 'time' }),
  ];
  const atRed = [
    anEntry('experiment-started', 235, { run: 'slow-0-red', experiment: 'slow', team: 'red' }),
    anEntry('experiment-ended', 280, { run: 'slow-0-red', outcome: 'completed', reason: 'time' }),
  ];
  const seen = (...log: LogEntry[]): string => {
    const played = playedDay({ blue: 'ggbbggg' }, ...log);
    const went = incidentsOf(event, played);
    const known = overEverywhere(event, played.entries);
    return JSON.stringify([
      incidentsForAudience(went, known),
      outcomesForAudience(outcomesOf(event, played, went, []), known),
    ]);
  };
  expect(seen(...atBlue)).not.toContain('slow');
  expect(seen(...atBlue, ...atRed)).toMatch(/suspects":\[\{"run":"slow-0-blue".*"experiment":"slow","team":"red"/);
});
