import { decideOrder, knownRuns } from '../../../lib/core/experiments/orders';
import { dayOf } from '../../../lib/core/time/day';
import { anExperiment } from '../../support/an-experiment';
import { anEntry, anEvent, at, someLog } from '../../support/builders';

const cards = [anExperiment()];
const event = anEvent({ experiments: [{ experiment: 'stop', atSeconds: 300 }] });
const wish = { experiment: 'stop', teams: [], seconds: undefined };

test('unless somebody says otherwise every team gets it, as long as the experiment says', () => {
  const decision = decideOrder(event, cards, wish, 'x');
  expect(decision).toMatchObject({
    ok: true,
    orders: [
      { run: 'stop-x-blue', team: 'blue', forSeconds: 600 },
      { run: 'stop-x-red', team: 'red', forSeconds: 600 },
    ],
  });
});

test('a team that is named twice gets it once', () => {
  const decision = decideOrder(event, cards, { ...wish, teams: ['red', 'red'], seconds: 30 }, 'x');
  expect(decision).toMatchObject({ ok: true, orders: [{ run: 'stop-x-red', forSeconds: 30 }] });
  expect(decision.ok && decision.orders).toHaveLength(1);
});

test.each([
  ['experiment', { ...wish, experiment: 'earthquake' }, 'stop'],
  ['team', { ...wish, teams: ['blue', 'green'] }, 'blue, red'],
])('an %s that is not there is refused, and what there is named', (_what, unknown, named) => {
  expect(decideOrder(event, cards, unknown, 'x')).toMatchObject({
    ok: false,
    hint: expect.stringContaining(named) as string,
  });
});

test('runs are known by plan, by order and by what the log tells', () => {
  const log = someLog(
    anEntry('experiment-ordered', 10, { run: 'mine', experiment: 'stop', team: 'blue', seconds: 60 }),
    anEntry('experiment-refused', 20, { run: 'old', experiment: 'gone', team: 'red', reason: 'no target' }),
  );
  expect([...knownRuns(event, cards, dayOf(event, log, at(60)))].sort()).toEqual([
    'mine',
    'old',
    'stop-0-blue',
    'stop-0-red',
  ]);
});
