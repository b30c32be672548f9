import { setTimeout as delay } from 'node:timers/promises';
import type { TeamCodes } from '../../access/ports';
import type { GameDayEvent, Team } from '../../core/event/event';
import { tasksFor } from '../../core/load-tasks';
import { green, red, type Check } from '../../doctor/check';
import { livingChecks } from '../../doctor/checks/plane-checks';
import { examine, type Examined } from '../../doctor/examine';
import type { SignsOfLife } from '../signs-of-life';
import type { TeamAddress } from '../team-account';

interface ReadinessProps {
  readonly event: GameDayEvent;
  readonly life: SignsOfLife;
  readonly codes: Pick<TeamCodes, 'all'>;
  readonly addressOf: (account: string) => Promise<TeamAddress>;
  readonly now: () => number;
}

/** Accounts looked at at once. */
const AT_ONCE = 20;
/** What takes longer is red: somebody waits for the whole. */
const LIMIT_MS = 6000;

/** Looks whether an event on AWS could start, as far as its API can see. The doctor of the command line sees more. */
export const examineEvent = ({ event, life, codes, addressOf, now }: ReadinessProps): Promise<readonly Examined[]> =>
  examine(
    [
      ...livingChecks(life, { tasks: tasksFor(event.teams.length), now }),
      codesCheck(event, codes),
      ...event.teams.map((team) => stackCheck(team, addressOf)),
    ],
    {
      concurrency: AT_ONCE,
      limitMs: LIMIT_MS,
      wait: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
    },
  );

const codesCheck = ({ teams }: GameDayEvent, codes: Pick<TeamCodes, 'all'>): Check => ({
  name: 'codes',
  look: async () => {
    const having = new Set((await codes.all()).map(({ team }) => team));
    const without = teams.filter(({ id }) => !having.has(id)).map(({ id }) => id);
    if (without.length === 0) return green('every team has one');
    return red(`no code has ${without.join(', ')}`, 'Give them codes: npx gameday access codes');
  },
});

const stackCheck = ({ id, account }: Team, addressOf: ReadinessProps['addressOf']): Check => ({
  team: id,
  name: 'stack',
  look: async () => green(`customers come in at ${new URL((await addressOf(account)).url).host}`),
});
