import { changesOf, drafted, meant, settled, type Draft, type SettingView } from '../../../../web/team/console/draft';
import { byService, shortType } from '../../../../web/team/console/by-service';

const aSetting = (value: SettingView['value'], ...path: string[]): SettingView => ({
  path,
  kind: 'number',
  value,
  otherwise: null,
  of: null,
  to: null,
  bounds: null,
});
const aResource = (id: string, service: string, settings: SettingView[] = []) => ({
  id,
  type: 'AWS::EC2::Instance',
  service,
  settings,
  zone: null,
  deletable: false,
  renewal: null,
  creations: [],
  progress: null,
});

const max = aSetting(2, 'MaxSize');
const min = aSetting(2, 'MinSize');

test('a setting is meant as it was drafted last, and one that is meant as it stands is no change', () => {
  const twice = drafted(drafted([], 'Web', max, 8), 'Web', max, 6);
  expect(twice).toEqual([{ resource: 'Web', path: ['MaxSize'], before: 2, after: 6 }]);
  expect(meant(twice, 'Web', max)).toBe(6);
  expect(meant(twice, 'Other', max)).toBe(2);
  expect(drafted(twice, 'Web', max, 2)).toEqual([]);
});

test('what is meant to say nothing is sent without a value', () => {
  const draft = drafted(drafted([], 'Web', max, null), 'Web', min, 3);
  expect(changesOf(draft)).toEqual([
    { resource: 'Web', path: ['MaxSize'] },
    { resource: 'Web', path: ['MinSize'], value: 3 },
  ]);
});

test('what has been reached, and what was meant for a resource that is gone, is meant no more', () => {
  const draft: Draft = [...drafted(drafted([], 'Web', max, 8), 'Web', min, 4), ...drafted([], 'Gone', max, 8)];
  const resources = [aResource('Web', 'EC2', [aSetting(8, 'MaxSize'), aSetting(3, 'MinSize')])];
  expect(settled(draft, { resources })).toEqual([{ resource: 'Web', path: ['MinSize'], before: 3, after: 4 }]);
});

test('a draft that nothing has happened to stays the same value', () => {
  const draft = drafted([], 'Web', max, 8);
  expect(settled(draft, { resources: [aResource('Web', 'EC2', [max])] })).toBe(draft);
});

test('resources are listed by service, as far as they hold what is looked for', () => {
  const view = {
    player: 'bot' as const,
    services: ['EC2', 'VPC', 'ECS'],
    resources: [aResource('Road', 'VPC'), aResource('Web', 'EC2'), aResource('WebToo', 'EC2')],
    servers: [],
    changes: [],
  };
  const listed = (sought: string) =>
    byService(view, sought).map(({ service, resources }) => [service, ...resources.map(({ id }) => id)]);
  expect(listed('')).toEqual([
    ['EC2', 'Web', 'WebToo'],
    ['VPC', 'Road'],
  ]);
  expect(listed(' web')).toEqual([['EC2', 'Web', 'WebToo']]);
  expect(listed('ec2::inst')).toHaveLength(2);
  expect(shortType('AWS::EC2::Instance')).toBe('EC2::Instance');
});
