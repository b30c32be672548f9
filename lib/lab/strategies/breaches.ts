import { applyPatch, differences } from '../../architecture/difference';
import type { Player, Seat } from '../../rehearsal/player';
import { answeredAlone } from './answered-alone';
import { declare } from './declarations';

const EVERY_SECONDS = 1800;
/** How many rounds a breach lasts: long enough that its cost stands out from chance. */
const BROKEN_ROUNDS = 2;

/**
 * Breaks the own service every half hour unless it is down already, declares that at once, and recovers: all for the refunds.
 * @param repairing who plays the team otherwise, and waits while it is broken
 */
export function breaches(seat: Seat, repairing: Player): Player {
  const { team, stage, journal } = seat;
  const { durationSeconds, roundSeconds } = journal.event;
  let broken = false;
  for (let at = EVERY_SECONDS; at < durationSeconds; at += EVERY_SECONDS) {
    stage.agenda.add(at, () => {
      if (isDown(seat)) return;
      broken = true;
      const breach = answeredAlone(team.template, 503);
      const mend = differences(breach, team.template);
      team.deploy(breach);
      declare(seat, `breach-${at}`);
      stage.agenda.add(at + BROKEN_ROUNDS * roundSeconds, () => {
        // Whatever was repaired meanwhile stays repaired.
        team.deploy(applyPatch(team.template, mend));
        broken = false;
      });
    });
  }
  return {
    see: (look) => {
      if (!broken) repairing.see(look);
    },
  };
}

const isDown = ({ stage, journal }: Seat): boolean =>
  journal.game(stage.eventSeconds).teams.some(({ impacts }) => impacts.some(({ endSeconds }) => endSeconds === null));
