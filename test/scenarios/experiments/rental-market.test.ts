import { scenario } from '../../../scenarios/rental-market/scenario';
import { describeExperiments, type Case } from './describe-experiments';

const { experiments } = scenario;

const cases: Readonly<Record<string, Case>> = {
  'catalogue-stop': { weak: ['single-catalogue'], symptom: 'failed', seed: 3 },
  'storefront-terminate': { weak: ['no-room-to-grow'], symptom: 'failed' },
  'bookings-task-stop': { weak: ['lonely-bookings'], symptom: 'failed' },
  'zone-outage': { weak: ['one-zone'], symptom: 'failed' },
  'zone-full': { weak: ['one-zone'], symptom: 'slow', growth: 3 },
  'storefront-cpu-stress': { weak: ['no-room-to-grow'], symptom: 'acceptable' },
  'catalogue-latency': { weak: [], symptom: 'acceptable' },
  'storefront-packet-loss': { weak: [], symptom: 'acceptable' },
  'bookings-table-slow': { weak: [], symptom: 'acceptable' },
  'bookings-table-throttling': { weak: [], symptom: 'acceptable' },
  'bookings-bad-deployment': { weak: ['big-bang-deployment'], symptom: 'failed' },
  'catalogue-access-lost': { weak: [], symptom: 'failed' },
  'catalogue-hang': { weak: ['slow-health-check'], symptom: 'failed' },
  'storefront-stale-prices': { weak: ['blind-health-check'], symptom: 'faulty' },
};

test('there are at least twelve, of at least six failure classes', () => {
  expect(experiments.length).toBeGreaterThanOrEqual(12);
  expect(new Set(experiments.map(({ failureClass }) => failureClass)).size).toBeGreaterThanOrEqual(6);
});

test('some are silent, some are announced, and some announcements point elsewhere', () => {
  expect(new Set(experiments.map(({ announcement }) => announcement.mode))).toEqual(
    new Set(['silent', 'announced', 'misleading']),
  );
});

describeExperiments(scenario, cases, 2 * 3600);
