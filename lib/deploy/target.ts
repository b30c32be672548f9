import { GameDayError } from '../core/errors';
import { chosenTeams } from '../core/event/chosen-teams';
import { eventId } from '../core/event/event-id';
import type { GameDayEvent, Team } from '../core/event/event';
import { isMadeUpAccount } from '../core/event/made-up-account';
import { teamStackName } from '../core/team-stack';

/** One stack that goes to one place. */
export interface DeployTarget {
  readonly kind: 'organizer' | 'team';
  /** Id of the team; `organizer` for the organizer's plane. */
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly stackName: string;
}

/** What of an event is to be deployed. */
export interface DeployChoice {
  /** Ids of teams. */
  readonly teams: readonly string[];
  readonly organizer: boolean;
}

/** Parameter of the organizer's stack: who is told when an alarm rings. */
export const alarmEmailParameter = 'AlarmEmail';

/** Name of the organizer's stack. */
export const organizerStackName = (event: GameDayEvent): string => `gameday-${eventId(event)}-organizer`;

/**
 * Where everything goes: nothing chosen is all of it, the organizer's plane first.
 * Throws `BadOption` for a team that the event does not have, `BadEvent` for accounts that nothing can be deployed to.
 * @param home the organizer's account, and the region of all
 */
export function deployTargets(
  event: GameDayEvent,
  choice: DeployChoice,
  home: { readonly account: string; readonly region: string },
): DeployTarget[] {
  const teams = deployableTeams(event, choice);
  for (const { id, account } of teams) requireForeign(id, account, home.account);
  const { region } = home;
  return [
    ...(choice.organizer || choice.teams.length === 0
      ? [
          {
            kind: 'organizer',
            id: 'organizer',
            account: home.account,
            region,
            stackName: organizerStackName(event),
          } as const,
        ]
      : []),
    ...teams.map(({ id, account }) => ({ kind: 'team', id, account, region, stackName: teamStackName }) as const),
  ];
}

/**
 * The teams that a choice means: all when nothing is chosen, and none where teams share environments that stand already. Throws as `deployTargets` does, for
 * what can be told without asking AWS.
 */
export function deployableTeams(event: GameDayEvent, { teams, organizer }: DeployChoice): readonly Team[] {
  if (event.informed !== undefined) return noStacks(teams);
  const chosen = teams.length === 0 && organizer ? [] : chosenTeams(event, teams);
  const madeUp = chosen.find(({ account }) => isMadeUpAccount(account));
  if (madeUp === undefined) return chosen;
  throw new GameDayError(
    'BadEvent',
    `Team ${madeUp.id} has no AWS account in the event file.`,
    `Write it beside the team: { id: ${madeUp.id}, …, account: "111111111111" }.`,
  );
}

function noStacks(teams: readonly string[]): readonly Team[] {
  if (teams.length === 0) return [];
  throw new GameDayError(
    'BadOption',
    'Teams of an informed event share environments that stand already, so there is nothing to deploy for one.',
    'Leave out --team.',
  );
}

function requireForeign(team: string, account: string, organizer: string): void {
  if (account !== organizer) return;
  throw new GameDayError(
    'BadEvent',
    `Team ${team} has the account ${account}, which is the organizer's own: a team owns everything in its account.`,
    'Give the team an account of its own, or use credentials of another account with --profile.',
  );
}
