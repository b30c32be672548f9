import type { StrategyId } from '../../../lib/lab/variants';
import { labEvent } from '../../../lib/lab/lab-event';
import { strategyPlayer } from '../../../lib/lab/strategies/strategies';
import type { Seat } from '../../../lib/rehearsal/player';
import { RehearsalJournal } from '../../../lib/rehearsal/records/journal';
import { Rehearsal } from '../../../lib/rehearsal/rehearsal';
import { playRound } from '../../../lib/rehearsal/virtual-play';
import { tinyEvent, tinyShop } from '../tiny-shop';

/** Weaknesses that are left after the first round of a strategy. */
function leftBy(strategy: StrategyId): readonly string[] {
  const { scenario, synthesis } = tinyShop;
  const journal = new RehearsalJournal(labEvent(tinyEvent()));
  journal.addFact(0, { id: 'started', by: 'organizer', type: 'started' });
  let seat: Seat | undefined;
  const rehearsal = new Rehearsal({
    scenario,
    synthesis,
    journal,
    seed: 1,
    template: synthesis.spoiled,
    player: (own) => strategyPlayer(strategy)((seat = own)),
  });
  rehearsal.simulateTraffic();
  playRound(rehearsal, 0);
  return seat!.team.present();
}

test.each(['maximum-everywhere', 'cheapest-everything'] as const)(
  '%s is judged with all else repaired, so that it cannot lose for what was left broken',
  (strategy) => {
    expect(leftBy(strategy)).not.toContain('painted');
  },
);

test('what makes every repair pointless repairs nothing', () => {
  expect(leftBy('everything-off')).toContain('painted');
});
