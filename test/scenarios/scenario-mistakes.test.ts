import type { Fault } from '../../lib/core/experiments/fault';
import { scenarioMistakes } from '../../lib/scenarios/scenario-mistakes';
import { scenario } from '../../scenarios/rental-market/scenario';

const [experiment] = scenario.experiments;
const [weakness] = scenario.weaknesses;
const aimed = (fault: Fault) => ({ ...scenario, experiments: [{ ...experiment!, id: 'trial', fault }] });

test('a right scenario has no mistakes', () => {
  expect(scenarioMistakes(scenario, 'rental-market')).toEqual([]);
});

test.each([
  ['is called unlike its folder', scenario, 'its id is "rental-market"'],
  [
    'has two weaknesses of one name',
    { ...scenario, id: 'other', weaknesses: [weakness!, weakness!] },
    `two of kind weakness are called "${weakness!.id}"`,
  ],
  [
    'has two experiments of one name',
    { ...scenario, id: 'other', experiments: [experiment!, experiment!] },
    `two of kind experiment are called "${experiment!.id}"`,
  ],
  [
    'aims at a tier that no program is',
    { ...aimed({ kind: 'instance-hang', tier: 'catalog' }), id: 'other' },
    'trial is aimed at the tier "catalog"; application.ts has: storefront, catalogue, bookings',
  ],
  [
    'aims at a table that nobody calls',
    { ...aimed({ kind: 'table-throttling', table: 'orders', share: 1 }), id: 'other' },
    'trial is aimed at the table "orders"; application.ts has: bookings-table',
  ],
])('a scenario that %s is told so', (_mistake, wrong, told) => {
  expect(scenarioMistakes(wrong, 'other')).toEqual([expect.stringContaining(told)]);
});

test.each<Fault>([
  { kind: 'table-throttling', table: 'bookings-table', share: 0.5 },
  { kind: 'zone-outage', zone: 0 },
  { kind: 'task-stop', tier: 'bookings' },
])('a fault that hits something is right: %j', (fault) => {
  expect(scenarioMistakes(aimed(fault), 'rental-market')).toEqual([]);
});
