import { measurementOf } from './load/round-collector';
import type { Rehearsal } from './rehearsal';

export interface VirtualPlay {
  readonly rehearsal: Rehearsal;
  readonly fromRound: number;
  readonly signal: AbortSignal;
  /** Awaited before the next round. */
  readonly recorded: (round: number) => void | Promise<void>;
}

/**
 * Plays as fast as this machine can: the simulated customers are counted where they are, nothing is sent. Gives other work a turn after
 * each round, and ends early when `signal` is aborted.
 */
export async function playVirtually({ rehearsal, fromRound, signal, recorded }: VirtualPlay): Promise<void> {
  rehearsal.simulateTraffic();
  for (let round = fromRound; round < rehearsal.rounds && !signal.aborted; round += 1) {
    playRound(rehearsal, round);
    await recorded(round);
    await new Promise(setImmediate);
  }
}

/** Plays one round to where it is final, and records it. */
export function playRound(rehearsal: Rehearsal, round: number): void {
  const { event, scenario, stage, observer } = rehearsal;
  // The longest that a journey begun in a round can last after it: until then its steps may still be counted.
  const settleSeconds = (scenario.journey.steps * event.rules.bands.timeoutMs) / 1000;
  stage.advance((round + 1) * event.roundSeconds + settleSeconds);
  const { startsAt, spend } = observer.of(round);
  const measured = stage.teams.map(
    ({ team, world }) => [team.id, measurementOf(world.counts(round), [], spend.get(team.id))] as const,
  );
  rehearsal.record({ round, startsAt, teams: Object.fromEntries(measured) });
}
