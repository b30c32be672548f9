import { newKeys } from '../../../lib/rehearsal/api/keys';
import { Pace } from '../../../lib/rehearsal/api/pace';
import { rehearsalApi } from '../../../lib/rehearsal/api/rehearsal-api';
import type { ArchitectureView } from '../../../lib/api/views/architecture-view';
import type { Template } from '../../../lib/core/scenario';
import { nobody } from '../../../lib/rehearsal/player';
import { RehearsalJournal } from '../../../lib/rehearsal/records/journal';
import { Rehearsal } from '../../../lib/rehearsal/rehearsal';
import type { Synthesis } from '../../../lib/scenarios/synth';
import { scenario } from '../../../scenarios/rental-market/scenario';
import { anEvent } from '../../support/builders';

const event = anEvent({ durationSeconds: 3600 });

/** A rehearsal of the rental market that has begun, and a person of the blue team before its console. */
export class ConsoleDesk {
  private constructor(
    readonly rehearsal: Rehearsal,
    readonly journal: RehearsalJournal,
    private readonly app: ReturnType<typeof rehearsalApi>,
    private readonly cookie: string,
  ) {}

  /** @param template what both teams take over @default with all weaknesses */
  static async open(synthesis: Synthesis, template?: Template): Promise<ConsoleDesk> {
    const journal = new RehearsalJournal(event);
    journal.addFact(0, { id: 'started', by: 'organizer', type: 'started' });
    const taken = template === undefined ? {} : { template };
    const rehearsal = new Rehearsal({ scenario, synthesis, journal, seed: 5, player: () => nobody, ...taken });
    const pace = new Pace();
    pace.stand(0);
    const keys = await newKeys(event);
    const io = {
      result: () => undefined,
      notify: (said: string) => {
        throw new Error(said);
      },
      progress: () => undefined,
      confirm: () => Promise.resolve(false),
    };
    const app = rehearsalApi({ rehearsal, weaknesses: [], keys, pace, io });
    const code = keys.given.find(({ team }) => team.id === 'blue')?.code;
    const answer = await app.request('http://127.0.0.1/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    return new ConsoleDesk(rehearsal, journal, app, (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '');
  }

  get team() {
    return this.rehearsal.stage.find('blue');
  }

  async call(method: string, what: string, body?: unknown): Promise<Response> {
    return this.app.request(`http://127.0.0.1/api/teams/blue/${what}`, {
      method,
      headers: { Cookie: this.cookie, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Asks for something. @returns why it was refused; undefined when it was done */
  async ask(method: string, what: string, body?: unknown): Promise<string | undefined> {
    const answer = await this.call(method, what, body);
    if (answer.status === 200) return undefined;
    const { title, detail } = (await answer.json()) as { title: string; detail?: string };
    return detail ?? `${answer.status} ${title}`;
  }

  takeOver(): Promise<string | undefined> {
    return this.ask('POST', 'seat', { taken: true });
  }

  /** Changes settings together: logical id without its hash, path with slashes, value (undefined takes it away). */
  async change(...changes: readonly (readonly [resource: string, path: string, value?: unknown])[]) {
    const sight = await this.sight();
    const all = changes.map(([name, path, value]) => ({
      resource: idIn(sight, name),
      path: path.split('/'),
      ...(value === undefined ? {} : { value }),
    }));
    return this.ask('POST', 'changes', { changes: all });
  }

  async remove(name: string): Promise<string | undefined> {
    return this.ask('DELETE', `resources/${await this.id(name)}`);
  }

  async sight(): Promise<ArchitectureView> {
    return (await (await this.call('GET', 'architecture')).json()) as ArchitectureView;
  }

  async id(name: string): Promise<string> {
    return idIn(await this.sight(), name);
  }
}

/** Logical id of the only resource whose id, without the scenario before it and the hash that CDK appends, is this; or the name itself. */
function idIn({ resources }: ArchitectureView, name: string): string {
  const ids = resources.map(({ id }) => id);
  const found = ids.filter((id) => id === name || id.slice(0, -8) === `RentalMarket${name}`);
  if (found[0] === undefined || found.length > 1) throw new Error(`${found.length} resources are called ${name}`);
  return found[0];
}
