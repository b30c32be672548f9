import { randomInt } from 'node:crypto';
import { endpointsOf } from '../../../load/aws/address-book';
import { walkJourney } from '../../../load/embedded/walk-journey';
import type { JourneyDefinition } from '../../../load/journey';
import { decideEndpoint } from '../../api/endpoint-url';
import type { ApiPorts, EndpointPort } from '../../api/ports';
import type { GameDayEvent, Instant, Team } from '../../core/event/event';
import type { LogEntry } from '../../core/records/records';
import { dayOf } from '../../core/time/day';
import type { TeamAddress } from '../team-account';

interface TestJourneyProps {
  readonly event: GameDayEvent;
  readonly journey: JourneyDefinition;
  readonly addressOf: (account: string) => Promise<TeamAddress>;
  readonly endpoints: EndpointPort;
  readonly log: () => Promise<readonly LogEntry[]>;
  readonly now: () => Instant;
}

/** Sends one customer to a team, as the load program does, while the event is not over. */
export const testJourneys =
  ({ event, journey, addressOf, endpoints, log, now }: TestJourneyProps): NonNullable<ApiPorts['testJourney']> =>
  async (team: Team) => {
    const { phase, entries } = dayOf(event, await log(), now());
    if (phase === 'ended' || phase === 'closed') return undefined;
    const address = await addressOf(team.account).catch(() => undefined);
    if (address === undefined) return undefined;
    const url = endpointsOf(entries.map(({ entry }) => entry)).get(team.id) ?? address.url;
    // A name may point elsewhere by now than when it was registered: to this very server, for one.
    if (!(await decideEndpoint(url, team, endpoints)).ok) return undefined;
    // Customers of the game count from 0, so that below it nobody has a seed.
    const seed = -randomInt(1, 2 ** 47);
    return walkJourney(
      journey,
      event.rules.bands,
      { account: team.account, signingKey: address.signingKey, url },
      seed,
    );
  };
