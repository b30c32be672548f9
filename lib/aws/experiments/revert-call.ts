import { z } from 'zod';

const call = <A extends string, S extends z.ZodRawShape>(action: A, input: S) =>
  z.strictObject({ action: z.literal(action), input: z.strictObject(input) });

/**
 * A call that takes a fault back, with all that is needed to make it, as EventBridge Scheduler keeps it: names of parameters begin with a capital.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 */
export const revertCallSchema = z.discriminatedUnion('action', [
  /** Lets in again what a rule let in. One rule in a call, because one that is there already makes the whole call fail. */
  call('ec2:authorizeSecurityGroupIngress', {
    GroupId: z.string(),
    IpPermissions: z.array(z.looseObject({})).length(1),
  }),
  call('ec2:createRoute', { RouteTableId: z.string(), DestinationCidrBlock: z.string(), NatGatewayId: z.string() }),
  call('ecs:updateService', {
    Cluster: z.string(),
    Service: z.string(),
    TaskDefinition: z.string().optional(),
    DesiredCount: z.number().optional(),
  }),
  call('dynamodb:updateTable', {
    TableName: z.string(),
    BillingMode: z.enum(['PAY_PER_REQUEST', 'PROVISIONED']),
    ProvisionedThroughput: z.strictObject({ ReadCapacityUnits: z.number(), WriteCapacityUnits: z.number() }).optional(),
  }),
]);
export type RevertCall = Readonly<z.infer<typeof revertCallSchema>>;
