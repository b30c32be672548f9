import { stepsPerSecondAt } from '../core/time/traffic';
import type { Measurement } from '../core/records/records';
import type { Rehearsal } from './rehearsal';

export interface VirtualPlay {
  readonly rehearsal: Rehearsal;
  readonly fromRound: number;
  readonly signal: AbortSignal;
  readonly recorded: (round: number) => void;
}

/**
 * Plays as fast as this machine can: the simulated customers are counted where they are, nothing is sent. Gives other work a turn after
 * each round, and ends early when `signal` is aborted.
 */
export async function playVirtually({ rehearsal, fromRound, signal, recorded }: VirtualPlay): Promise<void> {
  const { event, scenario, stage, observer } = rehearsal;
  const { steps } = scenario.journey;
  for (const { world } of stage.teams) world.plan((seconds) => stepsPerSecondAt(event, seconds) / steps);
  // The longest that a journey begun in a round can last after it: until then its steps may still be counted.
  const settleSeconds = (steps * event.rules.bands.timeoutMs) / 1000;

  for (let round = fromRound; round < rehearsal.rounds && !signal.aborted; round += 1) {
    stage.advance((round + 1) * event.roundSeconds + settleSeconds);
    const { startsAt, spend } = observer.of(round);
    const measured = stage.teams.map(({ team, world }): [string, Measurement] => {
      const cost = spend.get(team.id);
      return [
        team.id,
        {
          ...world.counts(round),
          ...(cost === undefined ? {} : { spendUsdPerHour: cost.usdPerHour }),
          flags: [...(cost?.flags ?? [])],
        },
      ];
    });
    rehearsal.record({ round, startsAt, teams: Object.fromEntries(measured) });
    recorded(round);
    await new Promise(setImmediate);
  }
}
