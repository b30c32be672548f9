import type { GameDayEvent } from '../../lib/core/event/event';
import type { ExperimentCard } from '../../lib/core/experiments/experiment';
import { experimentVersion } from '../../lib/core/experiments/version';
import type { Environment, Guardrails, Informed } from '../../lib/core/informed/informed';
import type { LogEntry } from '../../lib/core/records/records';
import { dayOf } from '../../lib/core/time/day';
import { anExperiment } from './an-experiment';
import { anEntry, anEvent, at, someLog } from './builders';

/** An environment that lets one thing in two be hit for ten minutes, whenever, and has no alarm. */
export const anEnvironment = (
  parts: Partial<Omit<Environment, 'guardrails'>> & { readonly guardrails?: Partial<Guardrails> } = {},
): Environment => ({
  id: 'test',
  name: 'Test',
  kind: 'test',
  account: '333333333333',
  region: 'eu-west-1',
  owner: 'Test owner',
  targets: [{ tag: 'gameday:target', value: 'true' }],
  ...parts,
  guardrails: { mostTargets: 1, mostPercent: 50, stopOn: [], longestSeconds: 600, ...parts.guardrails },
});

/** A test environment, and production with an alarm; a vote takes five minutes. */
export const anInformed = (parts: Partial<Informed> = {}): Informed => ({
  environments: [
    anEnvironment({
      id: 'production',
      name: 'Production',
      kind: 'production',
      account: '444444444444',
      owner: 'Shop owner',
      guardrails: { stopOn: [{ alarm: 'orders', below: 0.5 }] },
    }),
    anEnvironment(),
  ],
  roles: { gameMaster: 'Master', villainOnDuty: 'Villain', customerImpactWatcher: 'Watcher', scribe: 'Scribe' },
  villains: ['Author'],
  vote: { seconds: 300 },
  chat: { kind: 'terminal' },
  ...parts,
});

/** An hour of two teams with one kick-off after ten minutes, of an experiment of ten. */
export const anInformedEvent = (informed: Partial<Informed> = {}, parts: Partial<GameDayEvent> = {}): GameDayEvent =>
  anEvent({
    durationSeconds: 3600,
    experiments: [{ experiment: 'stop', atSeconds: 600 }],
    informed: anInformed(informed),
    ...parts,
  });

export const theCard: ExperimentCard = anExperiment({ signals: ['an unhealthy target', '5xx'] });
const version = experimentVersion(theCard);

/** What people say of the experiment, each at its instant before the start. */
export const says = {
  drafted: (by = 'person:Author') => anEntry('drafted', -60, { experiment: 'stop', version }, { by }),
  reviewed: (by = 'person:Scribe') => anEntry('reviewed', -50, { experiment: 'stop', version }, { by }),
  rehearsed: (where = 'arena') => anEntry('rehearsed', -40, { experiment: 'stop', version, where }),
  opened: (environment = 'test', by = 'person:Test owner') => anEntry('approved', -30, { environment }, { by }),
  approved: (by = 'person:Shop owner', environment = 'production') =>
    anEntry('approved', -20, { environment, experiment: 'stop', version }, { by }),
  quiet: (seconds = 0) => anEntry('alarmed', seconds, { alarm: 'orders', state: 'ok' }, { by: 'scorer' }),
  agreed: (name: string, seconds = 905) =>
    anEntry(
      'agreed',
      seconds,
      { kickOff: 1, environment: 'production' },
      { by: `person:${name}`, id: `${name} agrees ${seconds}` },
    ),
  toldAt: (seconds = 600) => anEntry('kicked-off', seconds, { kickOff: 1, experiment: 'stop' }),
  decided: (environment: string, seconds = 900) =>
    anEntry('decided', seconds, { kickOff: 1, environment, reason: 'one vote' }),
};

/** Everything that has to be said before an experiment may run in the test environment. */
export const readyForTest: readonly LogEntry[] = [says.drafted(), says.reviewed(), says.opened()];
/** The same for production, except what is said on the day. */
export const readyForProduction: readonly LogEntry[] = [...readyForTest, says.rehearsed(), says.approved()];

/** The day as desk and guardrails see it at an instant of event time. */
export function informedDay(event: GameDayEvent, seconds: number, ...log: readonly LogEntry[]) {
  return { event, cards: [theCard], ...dayOf(event, someLog(...log), at(seconds)) };
}
