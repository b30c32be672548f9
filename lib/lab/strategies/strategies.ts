import type { Template } from '../../core/scenario';
import { BotTeam } from '../../rehearsal/bots/bot-team';
import { profileFor } from '../../rehearsal/bots/profile';
import { nobody, type Player, type Seat } from '../../rehearsal/player';
import type { StageTeam } from '../../rehearsal/stage/stage-team';
import type { StrategyId } from '../variants';
import { takesAllHints } from './all-hints';
import { answeredAlone } from './answered-alone';
import { breaches } from './breaches';
import { declaresEveryMinute } from './declarations';
import { enlarged, shrunk } from './sizes';
import { switchedOff } from './switched-off';

type MakePlayer = (seat: Seat) => Player;

/** As early as anybody can, which is what suits a strategy best. */
const AT_ONCE_SECONDS = 1;

/**
 * Who plays a strategy. Those that need repairs to be worth anything get a steady team's, or all of them at once: a size that does
 * not even pay on a good stack pays on none, and does not lose merely because something else was left broken.
 */
export function strategyPlayer(id: StrategyId): MakePlayer {
  switch (id) {
    case 'maximum-everywhere':
      return deploysAtOnce(enlarged, repairEverything);
    case 'everything-off':
      return deploysAtOnce(switchedOff);
    case 'static-page':
      return deploysAtOnce((template) => answeredAlone(switchedOff(template), 200));
    case 'cheapest-everything':
      return deploysAtOnce(shrunk, repairEverything);
    case 'break-and-recover':
      return (seat) => breaches(seat, new BotTeam(steady, seat));
    case 'declare-every-minute':
      return (seat) => declaresEveryMinute(seat, new BotTeam(steady, seat));
    case 'all-hints-at-once':
      return (seat) => takesAllHints(seat, steady);
  }
}

const steady = profileFor('steady', 0);

const repairEverything = (team: StageTeam): void => team.present().forEach((weakness) => team.repair(weakness));

/** @param first what is done to the stack before it is changed. @default nothing */
function deploysAtOnce(change: (template: Template) => Template, first?: (team: StageTeam) => void): MakePlayer {
  return ({ team, stage }) => {
    stage.agenda.add(AT_ONCE_SECONDS, () => {
      first?.(team);
      team.deploy(change(team.template));
    });
    return nobody;
  };
}
