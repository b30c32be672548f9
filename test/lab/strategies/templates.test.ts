import { readArchitecture } from '../../../lib/architecture/read';
import type { Template } from '../../../lib/core/scenario';
import { answeredAlone } from '../../../lib/lab/strategies/answered-alone';
import { enlarged, shrunk } from '../../../lib/lab/strategies/sizes';
import { switchedOff } from '../../../lib/lab/strategies/switched-off';
import { aTemplate, backTier, webGroup, webInstances, webService } from '../../arena/tiny';

const provisioned = {
  BillingMode: 'PROVISIONED',
  ProvisionedThroughput: { ReadCapacityUnits: 4, WriteCapacityUnits: 3 },
};
const scalable = {
  Bounds: {
    Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
    Properties: { MinCapacity: 2, MaxCapacity: 12, ResourceId: 'x', ServiceNamespace: 'ecs' },
  },
};
const propertiesOf = (template: Template, id: string) => template.Resources[id]?.Properties;

describe('maximum size everywhere', () => {
  test('groups hold as many as they may, ten at least', () => {
    const big = enlarged(aTemplate(webGroup({ MaxSize: '14' })));
    expect(propertiesOf(big, 'Web')).toMatchObject({ MinSize: '14', MaxSize: '14', DesiredCapacity: '14' });
    expect(propertiesOf(enlarged(aTemplate(webGroup())), 'Web')).toMatchObject({ MinSize: '10' });
  });

  test('instances keep their family', () => {
    const big = enlarged(aTemplate(webGroup({}, { InstanceType: 'c7g.medium' }), backTier(provisioned)));
    expect(propertiesOf(big, 'Template')?.['LaunchTemplateData']).toMatchObject({ InstanceType: 'c7g.2xlarge' });
    expect(propertiesOf(big, 'Back')).toMatchObject({ InstanceType: 'm6i.2xlarge' });
    expect(propertiesOf(big, 'Orders')?.['ProvisionedThroughput']).toEqual({
      ReadCapacityUnits: 1000,
      WriteCapacityUnits: 1000,
    });
  });

  test('tasks get four vCPU, and as many as they may', () => {
    const big = enlarged(aTemplate(webService(), scalable));
    expect(propertiesOf(big, 'Task')).toMatchObject({ Cpu: '4096', Memory: '8192' });
    expect(propertiesOf(big, 'Web')).toMatchObject({ DesiredCount: 10 });
    expect(propertiesOf(big, 'Bounds')).toMatchObject({ MinCapacity: 12, MaxCapacity: 12 });
  });

  test('a table that is paid by request stays as it is', () => {
    const template = aTemplate(backTier());
    expect(propertiesOf(enlarged(template), 'Orders')).toEqual(propertiesOf(template, 'Orders'));
  });
});

test.each([
  ['Graviton', 'c7g.medium', 't4g.nano'],
  ['x86', 'm6i.large', 't3a.nano'],
])('cheapest everything is one of the smallest that run the same image (%s)', (_kind, type, cheapest) => {
  const small = shrunk(aTemplate(webGroup({}, { InstanceType: type }), scalable));
  expect(propertiesOf(small, 'Template')?.['LaunchTemplateData']).toMatchObject({ InstanceType: cheapest });
  expect(propertiesOf(small, 'Web')).toMatchObject({ MinSize: '1', MaxSize: '1' });
  expect(propertiesOf(small, 'Bounds')).toMatchObject({ MinCapacity: 1, MaxCapacity: 1 });
});

test('off is off: no instances, no tasks, nobody registered', () => {
  const off = readArchitecture(switchedOff(aTemplate(webInstances(2), backTier())));
  expect(off.instances).toEqual([]);
  expect(off.targetGroups.flatMap(({ targets }) => targets)).toEqual([]);
  expect(propertiesOf(switchedOff(aTemplate(webGroup())), 'Web')).toMatchObject({ MaxSize: '0' });
  expect(propertiesOf(switchedOff(aTemplate(webService(), scalable)), 'Web')).toMatchObject({ DesiredCount: 0 });
});

test('a load balancer that answers alone asks nobody, whatever the path', () => {
  const alone = answeredAlone(aTemplate(webInstances(1), backTier()), 200);
  expect(alone.Resources['Rule']).toBeUndefined();
  const [balancer] = readArchitecture(alone).balancers;
  expect(balancer?.listeners[0]).toMatchObject({ rules: [], otherwise: { kind: 'fixed', status: 200 } });
});

test('what a strategy does not know stays as it is', () => {
  const template = aTemplate({
    Log: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 3 } },
    Bare: { Type: 'X' },
  });
  for (const change of [enlarged, shrunk, switchedOff, (each: Template) => answeredAlone(each, 200)]) {
    expect(change(template)).toEqual(template);
  }
});
