import type { TeamAddress } from '../../lib/aws/team-account';
import type { Team } from '../../lib/core/event/event';
import type { LogEntry } from '../../lib/core/records/records';
import { reasonOf, type LoadNote } from './note';
import type { KnownTeam } from './wanted-load';

/** A team's stack may be deployed anew at any time; an address that is not known is asked for more often. */
const KNOWN_FOR_MS = 60_000;
const UNKNOWN_FOR_MS = 10_000;

/** Addresses and keys of teams. One that was known once stays known: a team cannot hide from its customers by hiding its address. */
export class AddressBook {
  private readonly known = new Map<string, TeamAddress>();
  private readonly askedAtMs = new Map<string, number>();
  private readonly complaints = new Map<string, string>();

  constructor(
    private readonly teams: readonly Team[],
    private readonly addressOf: (account: string) => Promise<TeamAddress>,
    /** Is given every key that is read: not to be said anywhere. */
    private readonly secrets: Set<string>,
    private readonly note: LoadNote,
  ) {}

  /** Asks for what is due; one team's failure is that team's alone. */
  async refresh(nowMs: number): Promise<void> {
    await Promise.all(this.teams.filter(({ id }) => this.isDue(id, nowMs)).map((team) => this.ask(team, nowMs)));
  }

  /** Teams that can be sent something. @param endpoints what the log says; it wins over the stack's output */
  reachable(endpoints: ReadonlyMap<string, string>): KnownTeam[] {
    return this.teams.flatMap(({ id, account }) => {
      const address = this.known.get(id);
      if (address === undefined) return [];
      return [{ id, account, url: endpoints.get(id) ?? address.url, signingKey: address.signingKey }];
    });
  }

  private isDue(id: string, nowMs: number): boolean {
    return nowMs >= (this.askedAtMs.get(id) ?? -Infinity) + (this.known.has(id) ? KNOWN_FOR_MS : UNKNOWN_FOR_MS);
  }

  private async ask({ id, account }: Team, nowMs: number): Promise<void> {
    this.askedAtMs.set(id, nowMs);
    try {
      const address = await this.addressOf(account);
      if (!isAddress(address.url)) throw new TypeError('the address in the stack is none');
      this.secrets.add(address.signingKey);
      this.known.set(id, address);
      this.complaints.delete(id);
    } catch (error) {
      const reason = reasonOf(error);
      // Said once for each reason, not at every try.
      if (this.complaints.get(id) !== reason) this.note('warn', 'the address cannot be read', { team: id, reason });
      this.complaints.set(id, reason);
    }
  }
}

/** The addresses that the log names, without a trailing slash; one that is none changes nothing. */
export function endpointsOf(entries: readonly LogEntry[]): ReadonlyMap<string, string> {
  const named = entries.flatMap((entry) =>
    entry.type === 'endpoint' && isAddress(entry.url) ? [[entry.team, entry.url.replace(/\/+$/, '')] as const] : [],
  );
  return new Map(named);
}

const isAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
