import type { ExperimentCard } from '../../lib/core/experiments/experiment';
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
  [
    'stops a synchronisation that there is not',
    { ...aimed({ kind: 'sync-stop', tier: 'bookings' }), id: 'other' },
    'trial is aimed at the copying tier "bookings"; application.ts has: storefront',
  ],
  [
    'stops a tier from taking messages that takes none',
    { ...aimed({ kind: 'consumer-stop', tier: 'bookings' }), id: 'other' },
    'trial is aimed at the consuming tier "bookings"; application.ts has: none',
  ],
])('a scenario that %s is told so', (_mistake, wrong, told) => {
  expect(scenarioMistakes(wrong, 'other')).toEqual([expect.stringContaining(told)]);
});

test.each<[string, Partial<ExperimentCard>, string]>([
  ['no end', { durationSeconds: 0 }, 'the experiment trial, durationSeconds: '],
  ['no words for its story', { kickOff: { story: ' ', target: 'x', didYouKnow: 'x' } }, 'trial, kickOff.story: '],
  ['no signals', { signals: [] }, 'the experiment trial, signals: '],
  [
    'a share of more than all',
    { fault: { kind: 'packet-loss', tier: 'storefront', share: 2 } },
    'trial, fault.share: ',
  ],
  ['a name that is none', { id: 'Trial 1' }, 'the experiment Trial 1, id: '],
  ['no name', { id: '' }, 'the experiment no. 1, id: '],
])('an experiment with %s is named with what is wrong in it', (_mistake, part, told) => {
  const wrong = { ...scenario, experiments: [{ ...experiment!, id: 'trial', ...part }] };
  expect(scenarioMistakes(wrong, 'rental-market')).toEqual([expect.stringContaining(told)]);
});

test('what is unknown in an experiment is a mistake, and so is a failure class of its own', () => {
  const typo = { ...experiment!, id: 'trial', hypotesis: 'it holds', failureClass: 'bad luck' };
  const told = scenarioMistakes({ ...scenario, experiments: [typo as unknown as ExperimentCard] }, 'rental-market');
  expect(told).toEqual([expect.stringContaining('trial, failureClass: '), expect.stringContaining('hypotesis')]);
});

test.each<Fault>([
  { kind: 'sync-stop', tier: 'storefront' },
  { kind: 'table-throttling', table: 'bookings-table', share: 0.5 },
  { kind: 'zone-outage', zone: 0 },
  { kind: 'task-stop', tier: 'bookings' },
])('a fault that hits something is right: %j', (fault) => {
  expect(scenarioMistakes(aimed(fault), 'rental-market')).toEqual([]);
});
