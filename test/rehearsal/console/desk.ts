import type { ArchitectureView } from '../../../lib/api/views/architecture-view';
import type { Template } from '../../../lib/core/scenario';
import { stageConsole } from '../../../lib/rehearsal/console/stage-console';
import { nobody } from '../../../lib/rehearsal/player';
import { RehearsalJournal } from '../../../lib/rehearsal/records/journal';
import { Rehearsal } from '../../../lib/rehearsal/rehearsal';
import type { Synthesis } from '../../../lib/scenarios/synth';
import { scenario } from '../../../scenarios/rental-market/scenario';
import { Office } from '../../api/call';
import { anEvent } from '../../support/builders';

/** A rehearsal of the rental market that has begun, and a person of the blue team before its console. */
export class ConsoleDesk {
  private constructor(
    readonly rehearsal: Rehearsal,
    readonly journal: RehearsalJournal,
    readonly office: Office,
    private readonly cookie: string,
  ) {}

  /** @param template what both teams take over @default with all weaknesses */
  static async open(synthesis: Synthesis, template = synthesis.spoiled): Promise<ConsoleDesk> {
    const { rehearsal, journal, office } = aConsoleRehearsal(synthesis, template);
    return new ConsoleDesk(rehearsal, journal, office, await office.team('blue'));
  }

  get team() {
    return this.rehearsal.stage.find('blue');
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

  async create(creation: string, of: string): Promise<string | undefined> {
    return this.ask('POST', 'resources', { creation, of: await this.id(of) });
  }

  async remove(name: string): Promise<string | undefined> {
    return this.ask('DELETE', `resources/${await this.id(name)}`);
  }

  /** @param on a resource as elsewhere, or the number of a server behind it: `CatalogueFirst-1` */
  async operate(operation: string, on: string): Promise<string | undefined> {
    const [name = '', number] = on.split('-');
    const id = await this.id(name);
    return this.ask('POST', 'operations', { operation, on: number === undefined ? id : `${id}-${number}` });
  }

  async sight(): Promise<ArchitectureView> {
    return (await (await this.call('GET', 'architecture')).json()) as ArchitectureView;
  }

  async id(name: string): Promise<string> {
    return idIn(await this.sight(), name);
  }

  private call(method: string, what: string, body?: unknown): Promise<Response> {
    const sent = body === undefined ? {} : { body };
    return this.office.call(method, `/api/teams/blue/${what}`, { cookie: this.cookie, ...sent });
  }
}

/** A rehearsal that has begun, with the API over it; the bots of its teams do nothing. */
function aConsoleRehearsal(synthesis: Synthesis, template: Template) {
  const event = anEvent({ durationSeconds: 3600 });
  const journal = new RehearsalJournal(event);
  journal.addFact(0, { id: 'started', by: 'organizer', type: 'started' });
  const rehearsal = new Rehearsal({ scenario, synthesis, journal, seed: 5, player: () => nobody, template });
  const office = new Office({
    event,
    records: {
      rounds: () => Promise.resolve(journal.measurements()),
      log: () => Promise.resolve(journal.facts()),
      append: ({ at: _at, ...fact }) => Promise.resolve(rehearsal.order(fact)),
    },
    console: stageConsole(rehearsal.stage),
  });
  return { rehearsal, journal, office };
}

/** Logical id of the only resource whose id, without the scenario before it and the hash that CDK appends, is this; or the name itself. */
function idIn({ resources }: ArchitectureView, name: string): string {
  const ids = resources.map(({ id }) => id);
  const found = ids.filter((id) => id === name || id.slice(0, -8) === `RentalMarket${name}`);
  if (found[0] === undefined || found.length > 1) throw new Error(`${found.length} resources are called ${name}`);
  return found[0];
}
