import type { Instant, Team } from '../../core/event/event';
import type { Phase } from '../../core/time/timeline';
import { green, notApplicable, red, type Check } from '../check';
import type { Command } from '../command';
import type { SignsOfLife } from '../../aws/signs-of-life';
import type { PlaneView } from '../ports';

/** The scorer publishes every minute; one tick may be killed. */
const SCORED_WITHIN_MS = 2 * 60_000;
/** Every task tells once a minute that it lives; CloudWatch shows it within another. */
const HEARD_WITHIN_MS = 4 * 60_000;
/** A window is final one timeout after its end, and published within the same minute. */
const SENT_WITHIN_MS = 2 * 60_000;

interface PlaneFacts {
  readonly tasks: number;
  readonly now: () => Instant;
  readonly command: Command;
}

/** The programs that the game depends on live. */
export const livingChecks = (
  plane: SignsOfLife,
  { tasks, now }: Pick<PlaneFacts, 'tasks' | 'now'>,
): readonly Check[] => [
  {
    name: 'load tasks',
    look: async () => {
      const beats = await plane.heartbeats(now() - HEARD_WITHIN_MS);
      if (beats >= tasks) return green(`${tasks} tasks, ${beats} signs of life in ${HEARD_WITHIN_MS / 60_000} minutes`);
      return red(
        `${beats} signs of life of ${tasks} load tasks in ${HEARD_WITHIN_MS / 60_000} minutes`,
        'Look at the stopped tasks of the event’s services in ECS, which say why (README, load-silent).',
      );
    },
  },
  {
    name: 'scorer',
    look: async () => {
      const at = await plane.scoredAt();
      if (at !== undefined && now() - at <= SCORED_WITHIN_MS) return green(`${Math.round((now() - at) / 1000)} s ago`);
      return red(
        at === undefined ? 'the scorer has never run' : `the scorer last ran at ${new Date(at).toISOString()}`,
        'Look at its schedule and its log (README, scorer-late).',
      );
    },
  },
];

/** What of the organizer's plane must live before the doors open. */
export const planeChecks = (plane: PlaneView, { tasks, now, command }: PlaneFacts): readonly Check[] => [
  {
    name: 'table',
    look: async () => {
      const { status, recovery, protection } = await plane.table();
      const missing = [
        ...(status === 'ACTIVE' ? [] : [`it is ${status}`]),
        ...(recovery ? [] : ['no point-in-time recovery']),
        ...(protection ? [] : ['no deletion protection']),
      ];
      return missing.length === 0
        ? green('active, protected, recoverable')
        : red(`the table of the event: ${missing.join(', ')}`, command('deploy --organizer'));
    },
  },
  ...livingChecks(plane, { tasks, now }),
  {
    name: 'pages',
    look: async () => {
      const { status, body } = await plane.board();
      if (status === 200 && body.startsWith('{')) return green('the scoreboard is served');
      return red(
        `the scoreboard’s address answers ${status}${status === 200 ? ' with something else than a scoreboard' : ''}`,
        `A new distribution takes some minutes. Otherwise: ${command('deploy --organizer')}`,
      );
    },
  },
  {
    name: 'alarms',
    look: async () => {
      const listeners = await plane.listeners();
      const waiting = listeners.filter(({ confirmed }) => !confirmed).map(({ endpoint }) => endpoint);
      if (waiting.length > 0) {
        return red(`${waiting.join(', ')} has not confirmed`, 'Open the link in the mail of AWS Notifications.');
      }
      if (listeners.length > 0) return green(listeners.map(({ endpoint }) => endpoint).join(', '));
      return red(
        'nobody is told when an alarm rings',
        'aws sns subscribe --protocol email --notification-endpoint ME@EXAMPLE.COM --topic-arn ARN (in the outputs’ region), then confirm it.',
      );
    },
  },
];

/** Customers reach the team, as the load program counts them. */
export const customersCheck = (
  plane: PlaneView,
  { id }: Team,
  phase: () => Promise<Phase>,
  now: () => Instant,
): Check => ({
  team: id,
  name: 'customers',
  look: async () => {
    if ((await phase()) !== 'running') return notApplicable('no customers are sent while the event does not run');
    const sent = await plane.sent(id, now() - SENT_WITHIN_MS);
    if (sent > 0) return green(`${sent} steps in ${SENT_WITHIN_MS / 60_000} minutes`);
    return red(
      `no customer was sent in ${SENT_WITHIN_MS / 60_000} minutes`,
      'Look at the load program’s log, which says why (README, rounds-unchecked).',
    );
  },
});
