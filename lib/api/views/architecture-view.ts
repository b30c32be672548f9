import { z } from '@hono/zod-openapi';
import { creations, operations } from '../../core/records/records';

const count = z.int();
const value = z.union([z.number(), z.boolean(), z.string(), z.array(z.string())]);

const settingSchema = z
  .strictObject({
    /** Below the resource's properties; steps into lists are places, or the keys of their items. */
    path: z.array(z.string()),
    kind: z.enum(['number', 'choice', 'flag', 'text', 'texts', 'instance-type', 'reference', 'references', 'fixed']),
    /** Null where nothing is said. */
    value: value.nullable(),
    /** What AWS takes where nothing is said. */
    otherwise: z.string().nullable(),
    /** What may be chosen; null where it is not a choice. */
    of: z.array(z.string()).nullable(),
    /** Types of resources that may be meant; null where none can. */
    to: z.array(z.string()).nullable(),
    bounds: z.strictObject({ least: z.number(), most: z.number() }).nullable(),
  })
  .openapi('Setting');

const resourceSchema = z
  .strictObject({
    /** Logical id. */
    id: z.string(),
    /** As CloudFormation names it. */
    type: z.string(),
    service: z.string(),
    settings: z.array(settingSchema),
    /** Of a subnet, from 0; null for anything else. */
    zone: count.nullable(),
    deletable: z.boolean(),
    renewal: z.enum(['redeploy', 'replace']).nullable(),
    /** What can be made of it. */
    creations: z.array(z.enum(creations)),
    /** Of an Auto Scaling group and of a service; null for anything else. */
    progress: z
      .strictObject({ desired: count, outdated: count, state: z.enum(['steady', 'in-progress', 'failed']) })
      .nullable(),
  })
  .openapi('ArchitectureResource');

const serverSchema = z
  .strictObject({
    id: z.string(),
    /** Logical id of what it belongs to. */
    owner: z.string(),
    kind: z.enum(['instance', 'task']),
    type: z.string(),
    zone: count,
    state: z.enum(['pending', 'running', 'stopped']),
    statusCheck: z.enum(['passed', 'failed']).nullable(),
    creditBalance: z.number().nullable(),
    operations: z.array(z.enum(operations)),
    /** How target groups judge it. */
    targets: z.array(z.strictObject({ group: z.string(), health: z.string() })),
  })
  .openapi('ArchitectureServer');

export const architectureSchema = z
  .strictObject({
    player: z.enum(['bot', 'person']),
    /** In the order in which they are listed. */
    services: z.array(z.string()),
    resources: z.array(resourceSchema),
    servers: z.array(serverSchema),
    /** What happened lately, newest first. */
    changes: z.array(z.strictObject({ atSeconds: z.number(), subject: z.string(), text: z.string() })),
  })
  .openapi('Architecture');
export type ArchitectureView = z.infer<typeof architectureSchema>;
