import { incidentsForAudience, outcomesForAudience } from '../../../lib/core/incidents/for-audience';
import { incidentsOf } from '../../../lib/core/incidents/incidents';
import { outcomesOf } from '../../../lib/core/incidents/outcomes';
import { anEntry } from '../../support/builders';
import { dayEvent, playedDay, scriptedDay } from '../../support/incident-day';

const game = playedDay(
  scriptedDay.teams,
  ...scriptedDay.log,
  anEntry('experiment-started', 425, { run: 'secret', experiment: 'slow', team: 'blue' }),
  anEntry('experiment-refused', 425, { run: 'other', experiment: 'slow', team: 'red', reason: 'none' }),
);
const teams = incidentsOf(dayEvent, game);

test('the audience sees incidents and what customers were told, and nothing internal', () => {
  const seen = incidentsForAudience(teams);
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
  const seen = incidentsForAudience(teams);
  const outcomes = outcomesForAudience(outcomesOf(dayEvent, game, teams, []));
  expect(JSON.stringify([seen, outcomes])).not.toMatch(/secret|slow/);
  expect(outcomes.map(({ team }) => team)).toEqual(['blue', 'green', 'red']);
});
