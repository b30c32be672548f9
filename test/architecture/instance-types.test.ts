import { tryInstanceType } from '../../lib/architecture/instance-types';

/** https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-instance-type-specifications.html */
test.each<[name: string, vcpus: number, gib: number]>([
  ['t2.nano', 1, 0.5],
  ['t3.micro', 2, 1],
  ['t3a.2xlarge', 8, 32],
  ['t4g.small', 2, 2],
  ['m5.large', 2, 8],
  ['m6i.8xlarge', 32, 128],
  ['m6g.medium', 1, 4],
  ['m7i-flex.xlarge', 4, 16],
  ['m7a.medium', 1, 4],
  ['m7i.48xlarge', 192, 768],
  ['c5.9xlarge', 36, 72],
  ['c5.18xlarge', 72, 144],
  ['c6gn.16xlarge', 64, 128],
  ['c7g.medium', 1, 2],
  ['r5.12xlarge', 48, 384],
  ['r6i.32xlarge', 128, 1024],
  ['r8g.24xlarge', 96, 768],
])('%s has %d vCPUs and %d GiB', (name, vcpus, gib) => {
  expect(tryInstanceType(name)).toMatchObject({ vcpus, memoryMib: gib * 1024 });
});

test.each([
  'm6i.medium',
  'm6a.medium',
  't3.4xlarge',
  't5.micro',
  'p4d.24xlarge',
  'm6i.metal',
  'large',
  '',
  'm6i',
  'm6i.',
  'constructor.large',
  't3.constructor',
  'm7g.toString',
])('there is no %s', (name) => {
  expect(tryInstanceType(name)).toBeUndefined();
});

test('a newer generation is not slower', () => {
  const speeds = ['m4', 'm5', 'm6i', 'm7i', 'm8g'].map((family) => tryInstanceType(`${family}.large`)?.speed ?? 0);
  expect(speeds).toEqual([...speeds].sort((a, b) => a - b));
  expect(new Set(speeds).size).toBe(speeds.length);
});
