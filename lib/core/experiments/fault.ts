import { z } from 'zod';

const tier = z.string().min(1);
const queue = z.string().min(1);
const share = z.number().gt(0).max(1);
const lateMs = z.number().positive().max(60_000);
const zone = z.number().int().min(0).max(5);
const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.strictObject({ kind: z.literal(name), ...shape });

/**
 * A fault of an experiment, in the arena's and AWS's common words. A `tier` is one of the scenario's application, a `table` or `queue` the
 * role of one; zones count from 0. Shares and loads are above 0, at most 1. None has an end of its own: that is the experiment's.
 */
export const faultSchema = z.discriminatedUnion('kind', [
  /** One instance is stopped, and started again at the end. */
  kind('instance-stop', { tier }),
  /** One instance is gone for good. */
  kind('instance-terminate', { tier }),
  /** The operating system of one instance freezes: nothing answers, its status check fails, a reboot mends it. */
  kind('instance-hang', { tier }),
  /** The hardware under one instance is lost: nothing answers, its system status check fails, another host mends it. */
  kind('host-loss', { tier }),
  /** One task is stopped. */
  kind('task-stop', { tier }),
  /** Everything in a zone is without power. */
  kind('zone-outage', { zone }),
  /** No new instance or task can be launched in a zone. */
  kind('capacity-error', { zone }),
  /** Another program takes a share of every vCPU of those that run now. */
  kind('cpu-stress', { tier, load: share }),
  /** Whatever those that run now send is late. */
  kind('latency', { tier, addedMs: lateMs }),
  /** A share of the packets that those that run now send is lost. */
  kind('packet-loss', { tier, share }),
  /** The calls that a tier makes, to other tiers, tables and queues, take longer. */
  kind('dependency-slow', { tier, addedMs: lateMs }),
  /** The calls that a tier makes fail at once. */
  kind('dependency-down', { tier }),
  /** A revision whose program ends right after its start is deployed; what is left of it at the end is rolled back. */
  kind('bad-deployment', { tier }),
  /** A share of a table's calls is throttled. */
  kind('table-throttling', { table: z.string().min(1), share }),
  /** The security groups that a tier has now let nobody in. */
  kind('access-lost', { tier }),
  /** No NAT gateway works. */
  kind('nat-loss', {}),
  /** Nobody gets through to the broker that holds a queue. */
  kind('queue-unreachable', { queue }),
  /** So many messages come that no program can work off; what is left of them at the end is taken away. */
  kind('poison-messages', { queue, messages: z.number().int().min(1).max(1000) }),
  /** A tier takes no more messages from its queue. */
  kind('consumer-stop', { tier }),
  /**
   * What one instance or task copies from elsewhere all the time grows old, until it boots anew or the end. On AWS the program itself
   * looks at a switch that names the end: `lib/app/held.ts`.
   */
  kind('sync-stop', { tier }),
]);
export type Fault = Readonly<z.infer<typeof faultSchema>>;
