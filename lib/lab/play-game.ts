import type { GameDayEvent } from '../core/event/event';
import { RehearsalJournal } from '../rehearsal/records/journal';
import { Rehearsal, type PlayedScenario } from '../rehearsal/rehearsal';
import { playRound } from '../rehearsal/virtual-play';
import type { Synthesis } from '../scenarios/synth';
import { castOf } from './cast';
import { labEvent } from './lab-event';
import { outcomeOf, type GameOutcome } from './outcome';
import type { PlannedGame } from './plan';

/** What all games of a lab share. */
export interface LabSetting {
  readonly scenario: PlayedScenario;
  readonly synthesis: Synthesis;
  readonly event: GameDayEvent;
}

/** Plays a game in memory from its beginning to its end. Deterministic: the setting and the plan decide everything. */
export function playGame({ scenario, synthesis, event }: LabSetting, { variant, seed }: PlannedGame): GameOutcome {
  const journal = new RehearsalJournal(labEvent(event));
  journal.addFact(0, { id: 'started', by: 'organizer', type: 'started' });
  const { template, player } = castOf(variant, synthesis);
  const rehearsal = new Rehearsal({ scenario, synthesis, journal, seed, template, player });
  rehearsal.simulateTraffic();
  for (let round = 0; round < rehearsal.rounds; round += 1) playRound(rehearsal, round);
  return outcomeOf(rehearsal.end(), rehearsal.rounds);
}
