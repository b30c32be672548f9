import type { AccountSettings } from '../../../lib/core/event/event';
import { readEventText } from '../../../lib/core/event/event-file';
import { mistakeText } from '../../../lib/core/event/event-mistakes';
import { pricedInstanceTypes, usdPerHour } from '../../../lib/core/prices';

const least = `name: Small
scenario: rental-market
starts: 2026-12-10T09:00:00+01:00
teams: [{ id: blue, name: Blue Whales }]
traffic: [{ at: 0m, rps: 1 }]
`;

function accountsOf(section: string): AccountSettings {
  const resolution = readEventText(`${least}${section}`).resolve();
  if (resolution.ok) return resolution.event.accounts;
  throw new Error(resolution.mistakes.map(mistakeText).join('\n'));
}

function mistakesOf(section: string): string[] {
  const resolution = readEventText(`${least}accounts: ${section}\n`).resolve();
  return resolution.ok ? [] : resolution.mistakes.map(mistakeText);
}

describe('accounts of an event file', () => {
  test('left out are those of the pool gameday, with no way to make new ones, steered by whoever prepares them', () => {
    expect(accountsOf('')).toEqual({
      pool: 'gameday',
      organizers: [],
      regions: [],
      instanceTypes: expect.arrayContaining(['t3.small', 't4g.small', 'm7g.medium', 'c7i.large']) as string[],
    });
  });

  test('allow no type above large and none without a price, unless the file says so', () => {
    const { instanceTypes } = accountsOf('');
    expect(instanceTypes.filter((type) => !/\.(nano|micro|small|medium|large)$/.test(type))).toEqual([]);
    for (const type of instanceTypes) {
      const { flags, usdPerHour: price } = usdPerHour([
        { kind: 'instance', id: 'i-1', type, zone: 0, surplusCreditsPerHour: 0 },
      ]);
      expect([type, flags, price < 0.2]).toEqual([type, [], true]);
    }
    expect(accountsOf('accounts: { instanceTypes: [m5.4xlarge] }\n').instanceTypes).toEqual(['m5.4xlarge']);
  });

  test('are taken as they are written', () => {
    const section = {
      pool: 'spring',
      email: 'aws+gameday-{n}@example.com',
      organization: 'o-a1b2c3d4e5',
      organizers: ['arn:aws:iam::333333333333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0a1b'],
      regions: ['eu-west-1', 'us-gov-west-1'],
      instanceTypes: ['t3.small'],
    };
    expect(accountsOf(`accounts: ${JSON.stringify(section)}\n`)).toEqual(section);
  });

  test('may use every type that has a price', () => {
    expect(mistakesOf(`{ instanceTypes: [${pricedInstanceTypes.join(', ')}] }`)).toEqual([]);
  });

  test.each([
    [
      'a type without a price',
      '{ instanceTypes: [t3.small, t9.small] }',
      't9.small is no instance type with a price. Did you mean t2.small?',
    ],
    ['a type far from any', '{ instanceTypes: [p5.48xlarge] }', 'p5.48xlarge is no instance type with a price.'],
    ['a whole family', '{ instanceTypes: [t3.*] }', 'Write an instance type such as t3.small.'],
    ['no type at all', '{ instanceTypes: [] }', 'Write at least one instance type'],
    ['an address without its number', '{ email: aws@example.com }', 'with {n} before the @'],
    ['an address that is too long', `{ email: "${'a'.repeat(60)}{n}@example.com" }`, 'at most 64 characters'],
    ['an organization by name', '{ organization: Example }', 'Write the id of the organization'],
    ['an organizer by name', '{ organizers: [Organizer] }', 'Write the ARN of a role or user'],
    [
      'everybody as organizer',
      '{ organizers: ["arn:aws:iam::333333333333:role/*"] }',
      'Write the ARN of a role or user',
    ],
    [
      'a root user as organizer',
      '{ organizers: ["arn:aws:iam::333333333333:root"] }',
      'Write the ARN of a role or user',
    ],
    [
      'a session as organizer',
      '{ organizers: ["arn:aws:sts::333333333333:assumed-role/A/b"] }',
      'Write the ARN of a role or user',
    ],
    ['a zone as region', '{ regions: [eu-west-1a] }', 'Write a region such as eu-west-1.'],
    ['a pool that would be no name', '{ pool: "Spring 2026" }', 'Write small letters, digits and dashes'],
    ['an unknown key', '{ region: eu-west-1 }', 'Did you mean regions?'],
  ])('%s is refused with advice', (_mistake, section, advice) => {
    expect(mistakesOf(section)).toEqual([expect.stringContaining(advice)]);
  });
});
