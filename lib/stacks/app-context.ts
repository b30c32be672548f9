import { GameDayError } from '../core/errors';
import type { GameDayEvent } from '../core/event/event';
import type { Scenario } from '../scenarios/scenario';
import type { TeamDeployment } from './team-stack';

/** Ids of the weaknesses that `-c weaknesses=…` names: `all`, `none`, or some by comma. @throws GameDayError `BadOption` */
export function chosenWeaknesses(scenario: Pick<Scenario, 'id' | 'weaknesses'>, choice: string): ReadonlySet<string> {
  const known = scenario.weaknesses.map(({ id }) => id);
  if (choice === 'all') return new Set(known);
  if (choice === 'none') return new Set();
  const chosen = choice.split(',');
  const unknown = chosen.find((id) => !known.includes(id));
  if (unknown === undefined) return new Set(chosen);
  throw new GameDayError(
    'BadOption',
    `The scenario ${scenario.id} has no weakness "${unknown}".`,
    `Write all, none, or some of: ${known.join(',')}.`,
  );
}

/** Where `-c team=…` deploys to; `undefined` without a team. @throws GameDayError `BadOption` when the event has no such team */
export function deploymentTarget(
  event: Pick<GameDayEvent, 'teams'>,
  team: string | undefined,
  region: string | undefined,
): TeamDeployment['target'] {
  if (team === undefined) return undefined;
  const found = event.teams.find(({ id }) => id === team);
  if (found !== undefined) return { account: found.account, ...(region !== undefined && { region }) };
  throw new GameDayError(
    'BadOption',
    `The event has no team "${team}".`,
    `Write one of: ${event.teams.map(({ id }) => id).join(', ')}.`,
  );
}

/** Whether `-c experiments=…` asks for templates of AWS FIS in the team's stack. @throws GameDayError `BadOption` for any other word */
export function wantsTemplates(choice: string | undefined): boolean {
  if (choice === undefined || choice === 'templates') return choice !== undefined;
  throw new GameDayError(
    'BadOption',
    `Nothing is known of experiments=${choice}.`,
    'Write experiments=templates, or leave it out.',
  );
}
