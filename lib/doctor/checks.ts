import type { GameDayEvent } from '../core/event/event';
import { eventId } from '../core/event/event-id';
import { dayOf } from '../core/time/day';
import type { DeployTarget } from '../deploy/target';
import { endpointsOf } from '../../load/aws/address-book';
import { red, type Check } from './check';
import { commandFor, type Command } from './command';
import { accountCheck, guardrailsCheck, observerCheck, rolesCheck } from './checks/account-checks';
import { experimentsCheck } from './checks/experiments-check';
import { journeyCheck } from './checks/journey-check';
import { customersCheck, planeChecks } from './checks/plane-checks';
import { stackChecks } from './checks/stack-checks';
import type { DoctorPorts } from './ports';

interface Facts {
  readonly event: GameDayEvent;
  /** Of the event, for commands that put things right. */
  readonly file: string;
  /** Account of the organizer's plane. */
  readonly organizer: string;
  /** Of the organizer's plane and of every team, in the event's order. */
  readonly targets: readonly DeployTarget[];
  /** Load tasks that there should be. */
  readonly tasks: number;
}

/** Everything that must hold before the doors open: what all depend on first, then team by team. */
export function doctorChecks({ event, file, organizer, targets, tasks }: Facts, ports: DoctorPorts): readonly Check[] {
  const { pool, accounts, preview, plane, journey, now } = ports;
  const resolved = once(ports.experiments);
  const command = commandFor(file);
  const log = once(async () => (await plane?.log()) ?? []);
  const day = async () => dayOf(event, await log(), now());
  const hasBegun = async (): Promise<boolean> => (await day()).phase !== 'waiting';
  const stacksOf = (id: string) => targets.filter((target) => target.id === id);
  return [
    guardrailsCheck(pool, command),
    ...stacksOf('organizer').flatMap((target) => stackChecks(target, preview, hasBegun, command)),
    ...(plane === undefined ? [noPlane(command)] : planeChecks(plane, { tasks, now, command })),
    ...event.teams.flatMap((team) => [
      accountCheck(pool, event.accounts.pool, team, command),
      rolesCheck(pool, accounts, team, command),
      ...stacksOf(team.id).flatMap((target) => stackChecks(target, preview, hasBegun, command)),
      observerCheck(accounts, organizer, eventId(event), team, command),
      journeyCheck(
        accounts,
        journey,
        team,
        async () => {
          const entries = (await day()).entries.map(({ entry }) => entry);
          return endpointsOf(entries).get(team.id);
        },
        command,
      ),
      experimentsCheck(resolved, team, command),
      ...(plane === undefined ? [] : [customersCheck(plane, team, async () => (await day()).phase, now)]),
    ]),
  ];
}

const noPlane = (command: Command): Check => ({
  name: 'organizer’s plane',
  look: () => Promise.resolve(red('the organizer’s stack is not deployed', command('deploy --organizer'))),
});

/** Asked once, however many want to know. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  return () => (known ??= ask());
}
