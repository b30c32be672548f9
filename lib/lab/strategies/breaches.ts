import { applyPatch, differences } from '../../architecture/difference';
import { nobody, type Player, type Seat } from '../../rehearsal/player';
import { answeredAlone } from './answered-alone';
import { declare } from './declarations';

const EVERY_SECONDS = 1800;

/**
 * Breaks the own service every half hour, declares that at once, and recovers: all for the refunds. The second half of a round is
 * enough to be one below the objective, and nobody else of the team looks at anything then. Nobody breaks what is broken.
 */
export function breaches(seat: Seat): Player {
  const { team, stage, journal } = seat;
  const { durationSeconds, roundSeconds } = journal.event;
  for (let at = EVERY_SECONDS; at < durationSeconds; at += EVERY_SECONDS) {
    stage.agenda.add(at + roundSeconds / 2, () => {
      if (isDown(seat)) return;
      const broken = answeredAlone(team.template, 503);
      const mend = differences(broken, team.template);
      team.deploy(broken);
      declare(seat, `breach-${at}`);
      // Whatever was repaired meanwhile stays repaired.
      stage.agenda.add(at + roundSeconds - 1, () => team.deploy(applyPatch(team.template, mend)));
    });
  }
  return nobody;
}

const isDown = ({ stage, journal }: Seat): boolean =>
  journal.game(stage.eventSeconds).teams.some(({ impacts }) => impacts.some(({ endSeconds }) => endSeconds === null));
