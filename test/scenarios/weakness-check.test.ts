import type { Template } from '../../lib/core/scenario';
import { checkWeaknesses, isSound } from '../../lib/scenarios/weakness-check';

const template = (properties: Record<string, unknown>, more: Template['Resources'] = {}): Template => ({
  Resources: { Group: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: properties }, ...more },
});
const good = template({ MinSize: '2', MaxSize: '8' });
const spare = { Spare: { Type: 'AWS::EC2::Instance', Properties: { InstanceType: 't3.nano' } } };

const check = (spoiledBy: Record<string, Template>) => checkWeaknesses({ good, spoiledBy });

test('weaknesses that change different values are sound, each with the number of its values', () => {
  const checks = check({
    small: template({ MinSize: '1', MaxSize: '8' }),
    large: template({ MinSize: '2', MaxSize: '80' }),
  });
  expect(checks).toEqual([
    { weakness: 'small', values: 1, overlaps: [] },
    { weakness: 'large', values: 1, overlaps: [] },
  ]);
  expect(checks.every(isSound)).toBe(true);
});

test('a weakness that changes nothing is not sound', () => {
  const [nothing] = check({ nothing: good });
  expect(nothing).toEqual({ weakness: 'nothing', values: 0, overlaps: [] });
  expect(isSound(nothing!)).toBe(false);
});

test('two that change the same value are not sound, and each says where and with whom', () => {
  const checks = check({
    one: template({ MinSize: '1', MaxSize: '8' }),
    both: template({ MinSize: '1', MaxSize: '1' }),
  });
  expect(checks).toEqual([
    { weakness: 'one', values: 1, overlaps: [{ with: 'both', path: 'Group.Properties.MinSize' }] },
    { weakness: 'both', values: 2, overlaps: [{ with: 'one', path: 'Group.Properties.MinSize' }] },
  ]);
  expect(checks.some(isSound)).toBe(false);
});

test('what one removes as a whole nobody else may change', () => {
  const withSpare = template({ MinSize: '2', MaxSize: '8' }, spare);
  const checks = checkWeaknesses({
    good: withSpare,
    spoiledBy: {
      removed: good,
      changed: template(
        { MinSize: '2', MaxSize: '8' },
        { Spare: { ...spare.Spare, Properties: { InstanceType: 't3.large' } } },
      ),
    },
  });
  expect(checks.map(({ overlaps }) => overlaps.map((each) => each.with))).toEqual([['changed'], ['removed']]);
});
