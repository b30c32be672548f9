import type { Game } from '../../core/game';
import type { RehearsalJournal } from '../records/journal';
import type { Stage, StageTeam } from '../stage/stage';
import { Bot, type BotAction } from './bot';
import type { BotProfile } from './profile';

/** A bot that plays a team of the rehearsal: sees its game, acts on its architecture and its team page. */
export class BotTeam {
  private readonly bot: Bot;

  constructor(
    profile: BotProfile,
    private readonly of: StageTeam,
    private readonly stage: Stage,
    private readonly journal: RehearsalJournal,
    seed: number,
  ) {
    this.bot = new Bot(profile, of.team.id, seed);
  }

  /** Looks at the game after a round; what it decides goes on the agenda, unless that instant is before `notBeforeSeconds`. */
  see(game: Game, notBeforeSeconds: number): void {
    const undeclaredImpact = this.openImpact(game)?.startSeconds;
    const actions = this.bot.see({
      atSeconds: game.eventSeconds,
      ...(undeclaredImpact === undefined ? {} : { undeclaredImpact }),
      weaknesses: this.of.present(),
    });
    for (const action of actions) {
      if (action.atSeconds < notBeforeSeconds) continue;
      this.stage.agenda.add(action.atSeconds, () => this.act(action));
    }
  }

  private act(action: BotAction): void {
    const team = this.of.team.id;
    const by = `team:${team}`;
    const atSeconds = this.stage.eventSeconds;
    switch (action.kind) {
      case 'repair':
        return this.of.repair(action.weakness);
      case 'hint': {
        const { weakness, level } = action;
        return this.journal.addFact(atSeconds, {
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
        if (this.openImpact(this.journal.game(atSeconds))?.startSeconds !== action.impact) return;
        return this.journal.addFact(atSeconds, {
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
    const own = game.teams.find(({ team }) => team === this.of.team.id);
    return own?.impacts.find(({ endSeconds, declaredAtSeconds }) => endSeconds === null && declaredAtSeconds === null);
  }
}
