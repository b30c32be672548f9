import type { Template } from '../../core/scenario';
import { BotTeam } from '../../rehearsal/bots/bot-team';
import { profileFor } from '../../rehearsal/bots/profile';
import { nobody, type Player, type Seat } from '../../rehearsal/player';
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

/** Who plays a strategy. Those that need repairs to be worth anything get a steady team's. */
export function strategyPlayer(id: StrategyId): MakePlayer {
  switch (id) {
    case 'maximum-everywhere':
      return deploysAtOnce(enlarged);
    case 'everything-off':
      return deploysAtOnce(switchedOff);
    case 'static-page':
      return deploysAtOnce((template) => answeredAlone(switchedOff(template), 200));
    case 'cheapest-everything':
      return deploysAtOnce(shrunk);
    case 'break-and-recover':
      return (seat) => breaches(seat, new BotTeam(steady, seat));
    case 'declare-every-minute':
      return (seat) => declaresEveryMinute(seat, new BotTeam(steady, seat));
    case 'all-hints-at-once':
      return (seat) => takesAllHints(seat, steady);
  }
}

const steady = profileFor('steady', 0);

function deploysAtOnce(change: (template: Template) => Template): MakePlayer {
  return ({ team, stage }) => {
    stage.agenda.add(AT_ONCE_SECONDS, () => team.deploy(change(team.template)));
    return nobody;
  };
}
