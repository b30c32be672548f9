import { scenario } from '../../../scenarios/price-sync/scenario';
import { describeExperiments, type Case } from './describe-experiments';

const cases: Readonly<Record<string, Case>> = {
  'indexer-stopped': { weak: [], symptom: 'faulty' },
  'indexer-task-stop': { weak: ['one-indexer'], symptom: 'faulty' },
  'indexer-slow': { weak: ['nobody-counts'], symptom: 'faulty' },
  'poisoned-prices': { weak: ['no-dead-letters'], symptom: 'faulty' },
  'index-throttled': { weak: ['one-try'], symptom: 'faulty' },
  'broker-cut-off': { weak: ['fire-and-forget'], symptom: 'faulty' },
};

test('they are of at least four failure classes', () => {
  expect(new Set(scenario.experiments.map(({ failureClass }) => failureClass)).size).toBeGreaterThanOrEqual(4);
});

// Early, when the shop is as small as it ever gets.
describeExperiments(scenario, cases, 1800, 1 / 3);
