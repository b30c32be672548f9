import { DescribeTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DescribeSecurityGroupsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DescribeServicesCommand,
  ECSClient,
  ListClustersCommand,
  ListServicesCommand,
  ListTaskDefinitionsCommand,
} from '@aws-sdk/client-ecs';
import { FisClient, ListExperimentsCommand, ListExperimentTemplatesCommand } from '@aws-sdk/client-fis';
import type { Emulator } from './emulator';
import { insideOptions } from './experiments-parts';

/** What a fault can change in an account, and what it leaves there. */
export async function accountState(emulator: Emulator, account: string) {
  const options = await insideOptions(emulator, account);
  const fis = new FisClient(options);
  const { experiments = [] } = await fis.send(new ListExperimentsCommand({}));
  const { experimentTemplates = [] } = await fis.send(new ListExperimentTemplatesCommand({}));
  const ecs = new ECSClient(options);
  const { clusterArns: [cluster] = [] } = await ecs.send(new ListClustersCommand({}));
  const { serviceArns: services = [] } = await ecs.send(new ListServicesCommand({ cluster }));
  const { services: described = [] } = await ecs.send(new DescribeServicesCommand({ cluster, services }));
  const { taskDefinitionArns: revisions = [] } = await ecs.send(new ListTaskDefinitionsCommand({ status: 'ACTIVE' }));
  const { SecurityGroups = [] } = await new EC2Client(options).send(new DescribeSecurityGroupsCommand({}));
  const dynamo = new DynamoDBClient(options);
  const { TableNames: [TableName] = [] } = await dynamo.send(new ListTablesCommand({}));
  const { Table: table } = await dynamo.send(new DescribeTableCommand({ TableName }));
  return {
    living: experiments.filter(({ state }) => !/completed|stopped|failed/.test(state?.status ?? '')).length,
    templates: experimentTemplates.length,
    services: described.map(({ taskDefinition, desiredCount }) => ({ taskDefinition, desiredCount })),
    revisions,
    rules: SecurityGroups.flatMap(({ GroupId, IpPermissions = [] }) =>
      IpPermissions.map((rule) => `${GroupId} ${JSON.stringify(rule, Object.keys(rule).sort())}`),
    ).sort(),
    billing: table?.BillingModeSummary?.BillingMode,
  };
}
