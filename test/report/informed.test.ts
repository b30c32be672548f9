import type { GameDayEvent } from '../../lib/core/event/event';
import type { LogEntry } from '../../lib/core/records/records';
import { foldEdition } from '../../lib/report/edition';
import { reportPage } from '../../lib/report/page/report-page';
import { reportOf } from '../../lib/report/report';
import { anEnvironment, anInformedEvent, readyForTest, says, theCard } from '../support/an-informed';
import { anEntry, aRound, at, someLog, someRounds } from '../support/builders';
import { pieceOf, rowsOf } from './page-text';

const day = { folder: 'day', event: anInformedEvent(), cards: [theCard], postMortems: new Map() };

/** The rows of what was chosen, as the page of an informed event shows them. */
function chosen(...log: readonly LogEntry[]): readonly string[][] {
  const edition = foldEdition({ ...day, rounds: [], log: someLog(...readyForTest, ...log) }, at(3600));
  return rowsOf(pieceOf(reportPage(reportOf([edition], []), edition, new Map()), 'kick-offs'), 'kick-offs');
}

test('of an informed event the page shows where each experiment ran, and why there', () => {
  expect(chosen(says.toldAt(), says.decided('production'))).toEqual([
    ['1', 'An instance stops', '00:10:00', 'Production', 'one vote'],
  ]);
});

test('what a guardrail called off is shown with its name', () => {
  const calledOff = anEntry('called-off', 905, { kickOff: 1, guardrail: 'two-persons', reason: 'Nobody agreed' });
  expect(chosen(says.toldAt(), says.decided('production'), calledOff)).toEqual([
    [
      '1',
      'An instance stops',
      '00:10:00',
      'Production',
      'one vote; called off by the guardrail two-persons: Nobody agreed',
    ],
  ]);
});

test('what nobody was told of has no choice', () => {
  expect(chosen()).toEqual([['1', 'An instance stops', '–', '–', '–']]);
});

test('customers whom all teams look after are counted once, in sum and by experiment; those of each team are added up', () => {
  const struck = ['blue', 'red'].map((team) =>
    anEntry('experiment-started', 60, { run: `kick-off-1-${team}`, experiment: 'stop', team }),
  );
  const figures = (planned: object) => {
    const round = (parts: object) => aRound({ expected: 100, ...parts, ...planned });
    const rounds = [round({ fast: 100 }), round({ fast: 60, failed: 40 }), round({ fast: 100 }), round({ fast: 100 })];
    const edition = foldEdition(
      { ...day, rounds: someRounds({ blue: rounds, red: rounds }), log: someLog(...struck) },
      at(240),
    );
    const { editions, experiments } = reportOf([edition], []);
    const { measured, failed } = editions[0]!.figures.requests;
    return [measured, failed, experiments.map(({ requests, bad }) => [requests, bad])];
  };
  expect(figures({ planned: 100 })).toEqual([400, 40, [[100, 40]]]);
  expect(figures({})).toEqual([800, 80, [[200, 80]]]);
});

test('a page about real customers does not say that their requests were checked', () => {
  const page = (event: GameDayEvent): string => {
    const edition = foldEdition({ ...day, event, rounds: [], log: someLog() }, at(60));
    return pieceOf(reportPage(reportOf([edition], []), edition, new Map()), 'glance');
  };
  const customers = {
    loadBalancers: ['arn:aws:elasticloadbalancing:eu-west-1:333333333333:loadbalancer/app/shop/1'],
    alarms: [],
  };
  expect(page(anInformedEvent({ environments: [anEnvironment({ customers })] }))).toContain('Load balancers counted');
  expect(page(anInformedEvent())).toContain('were checked one by one');
});
