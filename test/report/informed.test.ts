import type { LogEntry } from '../../lib/core/records/records';
import { foldEdition } from '../../lib/report/edition';
import { reportPage } from '../../lib/report/page/report-page';
import { reportOf } from '../../lib/report/report';
import { anInformedEvent, readyForTest, says, theCard } from '../support/an-informed';
import { anEntry, at, someLog } from '../support/builders';
import { pieceOf, rowsOf } from './page-text';

/** The rows of what was chosen, as the page of an informed event shows them. */
function chosen(...log: readonly LogEntry[]): readonly string[][] {
  const records = { folder: 'day', event: anInformedEvent(), rounds: [], cards: [theCard], postMortems: new Map() };
  const edition = foldEdition({ ...records, log: someLog(...readyForTest, ...log) }, at(3600));
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
