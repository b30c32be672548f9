import fc from 'fast-check';
import { fits, pathsOf, valueAt, withValue } from '../../../lib/rehearsal/console/setting-path';

const group = {
  Port: 80,
  Matcher: { HttpCode: '200' },
  Targets: [{ Id: 'one' }, { Id: 'two' }],
  TargetGroupAttributes: [{ Key: 'slow_start.duration_seconds', Value: '30' }],
};
const slow = ['TargetGroupAttributes', 'slow_start.duration_seconds'];

test.each<[string, string[], unknown, object]>([
  ['a property', ['Port'], 8080, { ...group, Port: 8080 }],
  ['one inside another that is not there yet', ['Health', 'Path'], '/', { ...group, Health: { Path: '/' } }],
  [
    'one of a place in a list',
    ['Targets', '1', 'Id'],
    'three',
    { ...group, Targets: [{ Id: 'one' }, { Id: 'three' }] },
  ],
  ['an attribute by its key', slow, '60', { ...group, TargetGroupAttributes: [{ Key: slow[1], Value: '60' }] }],
])('%s is set, and everything else stays', (_what, path, value, expected) => {
  expect(withValue(group, path, value)).toEqual(expected);
  expect(valueAt(withValue(group, path, value), path)).toEqual(value);
});

test('what is taken away takes with it what is empty then, but an empty list still says that there is nothing', () => {
  const { Matcher: _matcher, ...others } = group;
  expect(withValue(group, ['Matcher', 'HttpCode'], undefined)).toEqual(others);
  expect(withValue(group, slow, undefined)).toEqual({ ...group, TargetGroupAttributes: [] });
});

test('an attribute that is new is added to those that are there', () => {
  const path = ['TargetGroupAttributes', 'deregistration_delay.timeout_seconds'];
  expect(valueAt(withValue(group, path, '5'), path)).toBe('5');
  expect(valueAt(withValue(group, path, '5'), slow)).toBe('30');
});

test('a place that a list has not is not there, and setting it changes nothing', () => {
  for (const place of ['2', '-1', 'length', '__proto__']) {
    expect(valueAt(group, ['Targets', place])).toBeUndefined();
    expect(withValue(group, ['Targets', place], 'x')).toEqual(group);
  }
});

test('a pattern stands for every place of a list that is there, and for nothing else', () => {
  expect(pathsOf(group, 'Targets/*/Id')).toEqual([
    ['Targets', '0', 'Id'],
    ['Targets', '1', 'Id'],
  ]);
  expect(pathsOf({}, 'Targets/*/Id')).toEqual([]);
  expect(fits(['Targets', '0', 'Id'], 'Targets/*/Id')).toBe(true);
  expect(fits(['Targets', 'length', 'Id'], 'Targets/*/Id')).toBe(false);
  expect(fits(['Targets', '0'], 'Targets/*/Id')).toBe(false);
});

test('whatever the path, no object is changed, and nothing but own properties is read', () => {
  const step = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'prototype', '0', 'Targets', 'Port'), fc.string());
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 4 }),
      fc.option(fc.string(), { nil: undefined }),
      (path, value) => {
        const before = JSON.stringify(group);
        withValue(group, path, value);
        expect(JSON.stringify(group)).toBe(before);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
        expect(typeof valueAt(group, path)).not.toBe('function');
      },
    ),
  );
});
