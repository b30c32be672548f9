import { createApi } from '../../lib/api/api';
import type { ApiPorts } from '../../lib/api/ports';
import type { LogEntry, RoundRecord } from '../../lib/core/records/records';
import { aConsole } from '../support/a-console';
import { Desk } from '../access/desk';
import { anExperiment } from '../support/an-experiment';
import { anEvent, at, someLog } from '../support/builders';

const secret = 'the organizers know this';
export const origin = 'http://gameday.example';

/** An API with everything that decides in the test's hands. */
export class Office {
  readonly desk = new Desk();
  readonly event = anEvent();
  rounds: RoundRecord[] = [];
  log: LogEntry[] = someLog();
  now = at(60);
  /** The server's own clock. */
  realNow = Date.parse('2026-12-10T12:00:00Z');
  secret = secret;
  closed = false;
  readonly failures: unknown[] = [];
  private ids = 0;

  readonly ports: ApiPorts;
  readonly app;

  constructor(changes: Partial<ApiPorts> = {}) {
    this.ports = {
      event: this.event,
      records: {
        rounds: () => Promise.resolve(this.rounds),
        log: () => Promise.resolve(this.log),
        append: (entry) => {
          if (!this.closed) this.log.push(entry);
          return Promise.resolve(!this.closed);
        },
      },
      clock: { now: () => this.now, realNow: () => this.realNow, speed: () => 1 },
      access: { codes: this.desk.codes, attempts: this.desk.ports.attempts, pepper: this.desk.ports.pepper },
      organizerSecret: () => Promise.resolve(this.secret),
      weaknesses: [
        {
          id: 'one-instance',
          symptom: 'everything stops at once',
          hints: ['count', 'two', 'make it two'].map((text) => ({ text, costSeconds: 30 })),
        },
      ],
      steering: ['started', 'paused', 'resumed', 'closed', 'frozen', 'revealed', 'extended', 'traffic', 'announced'],
      readiness: () => Promise.resolve([]),
      experiments: [anExperiment()],
      account: () => Promise.resolve({ resources: [], changes: [] }),
      console: aConsole,
      testJourney: () => Promise.resolve([{ name: 'look', class: 'fast' as const, latencyMs: 12 }]),
      ways: this.desk.ports,
      endpoints: {
        resolve: (host) => Promise.resolve(host === 'blue.example' ? ['52.95.110.1'] : []),
        isOwn: () => Promise.resolve(true),
      },
      addressOf: () => '192.0.2.7',
      secure: false,
      newId: () => String((this.ids += 1)),
      failed: (error) => this.failures.push(error),
      ...changes,
    };
    this.app = createApi(this.ports);
  }

  /** Sends a request as a page would. @param body sent as JSON; a text as it is */
  async call(
    method: string,
    path: string,
    { cookie, body, headers = {} }: { cookie?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    return this.app.request(`${origin}${path}`, {
      method,
      headers: {
        ...(text === undefined
          ? {}
          : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) }),
        ...(cookie === undefined ? {} : { Cookie: cookie }),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
    });
  }

  /** The cookie of a team that has just shown a new code. */
  async team(team: string): Promise<string> {
    return this.logIn({ code: await this.desk.code(team) });
  }

  organizer(): Promise<string> {
    return this.logIn({ secret: this.secret });
  }

  private async logIn(shown: object): Promise<string> {
    const answer = await this.call('POST', '/api/session', { body: shown });
    if (answer.status !== 200) throw new Error(`logging in: ${answer.status}`);
    return (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
  }
}
