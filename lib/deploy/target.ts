import { GameDayError } from '../core/errors';
import { chosenTeams } from '../core/event/chosen-teams';
import { eventId } from '../core/event/event-id';
import type { GameDayEvent } from '../core/event/event';
import { isMadeUpAccount } from '../core/event/made-up-account';

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

/** Name of the organizer's stack. */
export const organizerStackName = (event: GameDayEvent): string => `gameday-${eventId(event)}-organizer`;

/** Name of every team's stack: `TeamStack` says why it is the same for all. */
const TEAM_STACK = 'Arena';

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
  const everything = choice.teams.length === 0 && !choice.organizer;
  const teams = everything || choice.teams.length > 0 ? chosenTeams(event, choice.teams) : [];
  for (const { id, account } of teams) requireDeployable(id, account, home.account);
  const { region } = home;
  return [
    ...(everything || choice.organizer
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
    ...teams.map(({ id, account }) => ({ kind: 'team', id, account, region, stackName: TEAM_STACK }) as const),
  ];
}

function requireDeployable(team: string, account: string, organizer: string): void {
  if (isMadeUpAccount(account)) {
    throw new GameDayError(
      'BadEvent',
      `Team ${team} has no AWS account in the event file.`,
      `Write it beside the team: { id: ${team}, …, account: "111111111111" }.`,
    );
  }
  if (account !== organizer) return;
  throw new GameDayError(
    'BadEvent',
    `Team ${team} has the account ${account}, which is the organizer's own: a team owns everything in its account.`,
    'Give the team an account of its own, or use credentials of another account with --profile.',
  );
}
