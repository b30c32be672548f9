import { incidentsOf } from '../../../lib/core/incidents/incidents';
import { outcomesOf } from '../../../lib/core/incidents/outcomes';
import type { LogEntry } from '../../../lib/core/records/records';
import { anExperiment } from '../../support/an-experiment';
import { anEntry } from '../../support/builders';
import { dayEvent, playedDay, scriptedDay, struck } from '../../support/incident-day';

function outcomes(days: Readonly<Record<string, string>>, log: readonly LogEntry[], recoversWithinSeconds?: number) {
  const game = playedDay(days, ...log);
  const cards = recoversWithinSeconds === undefined ? [] : [anExperiment({ recoversWithinSeconds })];
  return outcomesOf(dayEvent, game, incidentsOf(dayEvent, game), cards);
}

test('the same experiment is told for each team, with times from the start of the fault', () => {
  // The limit of 60 s lies at 190 s, in round 3: round 4, until the fault's end at 250 s, tells.
  const found = outcomes(scriptedDay.teams, scriptedDay.log, 60).toSorted((a, b) => (a.team < b.team ? -1 : 1));
  expect(found).toMatchObject([
    // Declared at 165 s, over at 240 s.
    { team: 'blue', effect: 'felt', incident: 1, secondsToDetect: 35, secondsToRecover: 110, hypothesis: 'held' },
    { team: 'green', effect: 'rode out', incident: null, secondsToRecover: null, hypothesis: 'held' },
    // Never declared, over at 360 s.
    { team: 'red', effect: 'felt', incident: 1, secondsToDetect: null, secondsToRecover: 230, hypothesis: 'refuted' },
  ]);
});

test('whether a team rode it out is not told before its last round is known', () => {
  const days = { blue: 'ggggu', red: 'ggggu', green: 'ggggu' };
  expect(outcomes(days, struck('blue', 130, 250))[0]?.effect).toBe('unnoticed so far');
});

test.each<[string, string, number, number, string]>([
  ['rode out when no impact came', 'gggggg', 130, 250, 'rode out'],
  ['felt when one began', 'ggbggg', 130, 250, 'felt'],
  ['already suffering when one was open and went on', 'bbbbgg', 130, 250, 'already suffering'],
  ['felt when a new one began after the old one', 'bbbggbgg', 130, 400, 'felt'],
  ['unmeasured when nobody looked', 'gguuugggg', 130, 250, 'unmeasured'],
  ['unnoticed so far while it is under way', 'gggg', 130, 0, 'unnoticed so far'],
])('a team has %s', (_, blue, from, to, effect) => {
  const log = struck('blue', from, to).slice(0, to === 0 ? 1 : 2);
  expect(outcomes({ blue }, log)[0]?.effect).toBe(effect);
});

test.each<[string, number, string, number, number, string]>([
  ['refuted when a round from the limit on is bad', 60, 'ggbbgggg', 120, 400, 'refuted'],
  ['held when the objective is met from the limit on', 120, 'ggbbgggg', 120, 400, 'held'],
  ['refuted when a later round is bad', 120, 'ggbbgbgg', 120, 400, 'refuted'],
  ['held when a bad round comes only after the end', 120, 'ggbbggbg', 120, 355, 'held'],
  ['refuted by a bad round within its first minute when nothing may be missed', 0, 'ggbggggg', 130, 400, 'refuted'],
  ['held when nothing was missed', 0, 'gggggggg', 130, 400, 'held'],
  ['judged by the first round after the limit when the fault ended before', 240, 'ggggggbg', 120, 150, 'refuted'],
  ['unclear when the team suffered before', 60, 'bbbbbbgg', 120, 400, 'unclear'],
  ['held when a team that suffered before met it all the same', 60, 'bbbggggg', 130, 400, 'held'],
  ['unclear when nothing was measured', 60, 'ggguuuuuuuu', 130, 400, 'unclear'],
  ['pending while rounds are to come', 60, 'ggggg', 130, 0, 'pending'],
])('a hypothesis is %s', (_, within, blue, from, to, verdict) => {
  const log = struck('blue', from, to).slice(0, to === 0 ? 1 : 2);
  expect(outcomes({ blue }, log, within)[0]?.hypothesis).toBe(verdict);
});

test('without its card a hypothesis is not judged', () => {
  expect(outcomes({ blue: 'gggggg' }, struck('blue', 130, 250))[0]?.hypothesis).toBe('unstated');
});

test('what was refused did nothing and is told with its reason, and never judged', () => {
  const refused = anEntry('experiment-refused', 130, {
    run: 'x',
    experiment: 'stop',
    team: 'blue',
    reason: 'none left',
  });
  expect(outcomes({ blue: 'ggbbgg' }, [refused], 60)).toEqual([
    expect.objectContaining({
      state: 'refused',
      reason: 'none left',
      effect: 'none',
      hypothesis: null,
      incident: null,
    }),
  ]);
});
