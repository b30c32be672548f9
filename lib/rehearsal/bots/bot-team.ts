import type { Game } from '../../core/game';
import type { Look, Player, Seat } from '../player';
import { wholeMs } from '../stage/experiments';
import { Bot, type BotAction, type HintsTaken } from './bot';
import { paced, type BotProfile } from './profile';

/** A bot that plays a team of the rehearsal: sees its game, acts on its architecture and its team page. */
export class BotTeam implements Player {
  private readonly bot: Bot;

  constructor(
    profile: BotProfile,
    private readonly seat: Seat,
    hints?: HintsTaken,
  ) {
    const { durationSeconds } = seat.journal.event;
    this.bot = new Bot(paced(profile, durationSeconds), seat.team.team.id, seat.seed, hints);
  }

  /** Looks at the game after a round; what it decides goes on the agenda, unless that instant is too early. */
  see({ atSeconds, game, notBeforeSeconds }: Look): void {
    // Whose seat it was when the round ended, so that a rehearsal that goes on lets it see the same.
    if (!this.bot.plays || this.seat.team.isTaken(atSeconds)) return;
    const undeclaredImpact = this.openImpact(game())?.startSeconds;
    const actions = this.bot.see({
      atSeconds,
      ...(undeclaredImpact === undefined ? {} : { undeclaredImpact }),
      weaknesses: this.seat.team.present(),
    });
    for (const action of actions) {
      if (action.atSeconds < notBeforeSeconds) continue;
      // The log knows whole milliseconds: only so does it happen at the same instant when it is played again.
      this.seat.stage.agenda.add(wholeMs(action.atSeconds), () => this.act(action));
    }
  }

  private act(action: BotAction): void {
    const { team: own, stage, journal } = this.seat;
    if (own.isTaken()) return;
    const team = own.team.id;
    const by = `team:${team}`;
    const atSeconds = stage.eventSeconds;
    switch (action.kind) {
      case 'repair': {
        const { weakness } = action;
        if (!own.present().includes(weakness)) return;
        journal.addFact(atSeconds, {
          id: `${team}-repairs-${weakness}-${atSeconds}`,
          by: `bot:${team}`,
          type: 'repair-made',
          team,
          weakness,
        });
        return own.repair(weakness);
      }
      case 'hint': {
        const { weakness, level } = action;
        return journal.addFact(atSeconds, {
          id: `${team}-hint-${weakness}-${level}`,
          by,
          type: 'hint',
          team,
          weakness,
          level,
        });
      }
      case 'declare': {
        // Nobody declares what is over.
        if (this.openImpact(journal.game(atSeconds))?.startSeconds !== action.impact) return;
        return journal.addFact(atSeconds, {
          id: `${team}-declares-${action.impact}`,
          by,
          type: 'incident-declared',
          team,
          text: 'Customers are not served as they should be. We are looking into it.',
        });
      }
    }
  }

  private openImpact(game: Game): Game['teams'][number]['impacts'][number] | undefined {
    const own = game.teams.find(({ team }) => team === this.seat.team.team.id);
    return own?.impacts.find(({ endSeconds, declaredAtSeconds }) => endSeconds === null && declaredAtSeconds === null);
  }
}
