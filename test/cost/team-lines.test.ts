import { journeyWork } from '../../lib/cost/journey-work';
import { teamLines, type TeamStackFacts } from '../../lib/cost/team-lines';
import { totalOf } from '../../lib/cost/cost-line';
import { anApplication, aTemplate, backTier, halfCpu, theEdge, webGroup, webService } from '../arena/tiny';
import { readArchitecture } from '../../lib/architecture/read';
import { anEvent } from '../support/builders';

/** Two hours of 10 steps a second: 72,000 steps. */
const event = anEvent({ durationSeconds: 7200, traffic: [{ atSeconds: 0, stepsPerSecond: 10 }], spikes: [] });
/** Two steps make three requests, one of them between tiers, and one write: 36,000 journeys. */
const work = journeyWork(anApplication({ journey: ['page', 'buy'] }));
const extras = {
  Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: {} },
  Key: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
};

const factsOf = (...parts: Parameters<typeof aTemplate>): TeamStackFacts => {
  const template = aTemplate(...parts);
  return { template, architecture: readArchitecture(template), work };
};
/** Whole cents. */
const cents = (usd: number): number => Math.round(usd * 100);
const linesOf = (facts: TeamStackFacts, size: 'least' | 'most') => teamLines(event, facts, size);

describe('a team with a group of two to six instances, one more behind, and a table on demand', () => {
  const facts = factsOf(webGroup(), halfCpu, backTier(), extras);
  /** For the hour: an instance, its 8 GiB of gp3, its address. */
  const server = 0.107 + (8 * 0.088) / 730 + 0.005;
  /** For the hour: the load balancer with an address in each of two zones. */
  const balancer = 0.0252 + 2 * 0.005;

  test('pays for each thing what the price lists say', () => {
    const { lines, flags } = linesOf(facts, 'least');
    expect(flags).toEqual([]);
    const expected: Readonly<Record<string, number>> = {
      'Servers, disks, addresses, load balancer, tables': 2 * (3 * server + balancer),
      // Ten steps a second are five journeys a second, 0.2 units of 25 connections; their 15 requests of 2 kB make 0.108 GB an hour.
      'Load balancer: capacity units': 2 * 0.2 * 0.008,
      'Data to and from customers': 0.144 * 0.01,
      'Tables on demand: writes': (36_000 * 0.7068) / 1e6,
      'Tables on demand: reads': 0,
      // One of the template, and two that target tracking makes.
      'CloudWatch: alarms': (3 * 2 * 0.1) / 730,
      Secrets: (2 * 0.4) / 730,
      'CloudWatch: GetMetricData of the scorer': (2 * 120 * 0.01) / 1000,
    };
    const found = Object.fromEntries(lines.map(({ what, usd }) => [what, usd]));
    expect(Object.keys(found)).toEqual(Object.keys(expected));
    for (const [what, usd] of Object.entries(expected)) expect(found[what]).toBeCloseTo(usd, 9);
  });

  test.each([
    // Servers 6 x 0.11296, load balancer 2 x 0.0352, and 0.0344 for what is used and watched.
    ['small', 'least', 78],
    // Four servers more for two hours: 8 x 0.11296.
    ['large', 'most', 169],
  ] as const)('pays, with its group %s, as many cents as a sheet of paper says', (_how, size, expected) => {
    expect(cents(totalOf(linesOf(facts, size).lines).usd)).toBe(expected);
  });

  test('pays for what is there, and for nothing that is used, when it is left running', () => {
    const idle = totalOf(linesOf(facts, 'least').lines).idleUsdPerHour;
    expect(idle).toBeCloseTo(3 * server + balancer + (3 * 0.1) / 730 + 0.4 / 730, 9);
  });
});

test('a team whose tasks run on Graviton pays a fifth less for them', () => {
  const usd = (runtime: Readonly<Record<string, unknown>>): number => {
    const without = totalOf(linesOf(factsOf(theEdge()), 'least').lines).usd;
    return totalOf(linesOf(factsOf(webService({}, runtime)), 'least').lines).usd - without;
  };
  // Two tasks of a vCPU and 2 GiB for two hours: 4 x 0.04937 and 4 x 0.0395.
  expect(cents(usd({}))).toBe(20);
  expect(cents(usd({ RuntimePlatform: { CpuArchitecture: 'ARM64' } }))).toBe(16);
});

test('an instance type without a price is priced as the dearest and flagged', () => {
  const facts = factsOf(webGroup({}, { InstanceType: 'z9.huge' }));
  expect(linesOf(facts, 'least').flags).toEqual(['no price for instance type "z9.huge"']);
});
