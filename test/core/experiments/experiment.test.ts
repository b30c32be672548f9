import { experimentSchema } from '../../../lib/core/experiments/experiment';
import { anExperiment } from '../../support/an-experiment';

const accepts = (experiment: unknown): boolean => experimentSchema.safeParse(experiment).success;

test('an experiment that says everything is accepted', () => {
  expect(accepts(anExperiment())).toBe(true);
});

test.each([
  ['no duration', { durationSeconds: undefined }],
  ['a duration of nothing', { durationSeconds: 0 }],
  ['an endless duration', { durationSeconds: Infinity }],
  ['a longer one than AWS allows', { durationSeconds: 12 * 3600 + 1 }],
])('a fault without an end cannot be written: %s', (_, parts) => {
  expect(accepts({ ...anExperiment(), ...parts })).toBe(false);
});

test.each([
  ['a fault that does not exist', { fault: { kind: 'meteor' } }],
  ['a fault with an end of its own', { fault: { kind: 'instance-stop', tier: 'web', forSeconds: 1e9 } }],
  ['a share above one', { fault: { kind: 'packet-loss', tier: 'web', share: 1.1 } }],
  ['a load of nothing', { fault: { kind: 'cpu-stress', tier: 'web', load: 0 } }],
  ['no signal', { signals: [] }],
  ['no hypothesis', { hypothesis: ' ' }],
  ['an announcement without words', { announcement: { mode: 'announced', afterSeconds: 0 } }],
  ['an unknown failure class', { failureClass: 'bad luck' }],
])('%s is refused', (_, parts) => {
  expect(accepts({ ...anExperiment(), ...parts })).toBe(false);
});
