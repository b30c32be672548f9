import type { GameDayEvent } from '../core/event/event';
import { eventId } from '../core/event/event-id';
import { dayOf } from '../core/time/day';
import type { DeployTarget } from '../deploy/target';
import { endpointsOf } from '../../load/aws/address-book';
import { red, type Check } from './check';
import { accountCheck, guardrailsCheck, observerCheck, rolesCheck } from './checks/account-checks';
import { journeyCheck } from './checks/journey-check';
import { customersCheck, planeChecks } from './checks/plane-checks';
import { stackChecks } from './checks/stack-checks';
import type { DoctorPorts } from './ports';

interface Facts {
  readonly event: GameDayEvent;
  /** Account of the organizer's plane. */
  readonly organizer: string;
  /** Of the organizer's plane and of every team, in the event's order. */
  readonly targets: readonly DeployTarget[];
  /** Load tasks that there should be. */
  readonly tasks: number;
}

/** Everything that must hold before the doors open: what all depend on first, then team by team. */
export function doctorChecks({ event, organizer, targets, tasks }: Facts, ports: DoctorPorts): readonly Check[] {
  const { pool, accounts, preview, plane, journey, now } = ports;
  const log = once(async () => (await plane?.log()) ?? []);
  const day = async () => dayOf(event, await log(), now());
  const hasBegun = async (): Promise<boolean> => (await day()).phase !== 'waiting';
  const stacksOf = (id: string) => targets.filter((target) => target.id === id);
  return [
    guardrailsCheck(pool),
    ...stacksOf('organizer').flatMap((target) => stackChecks(target, preview, hasBegun)),
    ...(plane === undefined ? [noPlane] : planeChecks(plane, { tasks, now })),
    ...event.teams.flatMap((team) => [
      accountCheck(pool, event.accounts.pool, team),
      rolesCheck(pool, accounts, team),
      ...stacksOf(team.id).flatMap((target) => stackChecks(target, preview, hasBegun)),
      observerCheck(accounts, organizer, eventId(event), team),
      journeyCheck(accounts, journey, team, async () => {
        const entries = (await day()).entries.map(({ entry }) => entry);
        return endpointsOf(entries).get(team.id);
      }),
      ...(plane === undefined ? [] : [customersCheck(plane, team, async () => (await day()).phase, now)]),
    ]),
  ];
}

const noPlane: Check = {
  name: 'organizer’s plane',
  look: () => Promise.resolve(red('the organizer’s stack is not deployed', 'npx gameday deploy --organizer')),
};

/** Asked once, however many want to know. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  return () => (known ??= ask());
}
