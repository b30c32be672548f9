import fc from 'fast-check';
import { applyPatch, differences, isApplied } from '../../lib/architecture/difference';
import { canonicalJson } from '../../lib/core/canonical';
import type { Template } from '../../lib/core/scenario';

const key = fc.constantFrom('a', 'b', 'c', 'Ref', 'Fn::GetAtt', '__proto__');
const { tree } = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.array(fc.integer(), { maxLength: 2 })),
  tree: fc.dictionary(key, fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('tree')), { maxKeys: 4 }),
}));
const resources = fc.dictionary(fc.constantFrom('One', 'Two', 'Three'), tree);
const template = resources.map((each): Template => ({
  Resources: Object.fromEntries(
    Object.entries(each).map(([id, properties]) => [id, { Type: 'AWS::Some::Thing', Properties: properties }]),
  ),
}));

const startsWith = (path: readonly string[], other: readonly string[]) => other.every((part, i) => path[i] === part);

describe('differences of templates', () => {
  test('applied to the first they give the second, and are then applied', () => {
    fc.assert(
      fc.property(template, template, (from, to) => {
        const patch = differences(from, to);
        expect(canonicalJson(applyPatch(from, patch))).toBe(canonicalJson(to));
        expect(isApplied(to, patch)).toBe(true);
        expect(isApplied(from, patch)).toBe(patch.length === 0);
      }),
    );
  });

  test('patches without a common path may be applied in any order', () => {
    fc.assert(
      fc.property(template, template, template, (base, one, two) => {
        const first = differences(base, one);
        const second = differences(base, two).filter(({ path }) =>
          first.every((change) => !startsWith(path, change.path) && !startsWith(change.path, path)),
        );
        const there = applyPatch(applyPatch(base, first), second);
        const back = applyPatch(applyPatch(base, second), first);
        expect(canonicalJson(there)).toBe(canonicalJson(back));
        expect(isApplied(there, first) && isApplied(there, second)).toBe(true);
      }),
    );
  });

  test('the template that is patched stays as it was', () => {
    fc.assert(
      fc.property(template, template, (from, to) => {
        const before = canonicalJson(from);
        applyPatch(from, differences(from, to));
        expect(canonicalJson(from)).toBe(before);
      }),
    );
  });
});

const withProperties = (properties: Record<string, unknown>): Template => ({
  Resources: { Web: { Type: 'AWS::Some::Thing', Properties: properties } },
});

test('an intrinsic function changes as a whole', () => {
  expect(
    differences(withProperties({ Group: { Ref: 'A' } }), withProperties({ Group: { 'Fn::GetAtt': ['B', 'Id'] } })),
  ).toEqual([{ kind: 'set', path: ['Resources', 'Web', 'Properties', 'Group'], value: { 'Fn::GetAtt': ['B', 'Id'] } }]);
});

describe('a list of named items', () => {
  const variables = (changes: Record<string, string>) =>
    withProperties({
      Containers: [
        { Name: 'Fetch' },
        {
          Name: 'App',
          Environment: Object.entries({ ONE: '1', TWO: '2', ...changes }).map(([Name, Value]) => ({ Name, Value })),
        },
      ],
    });
  const path = ['Resources', 'Web', 'Properties', 'Containers', 'App', 'Environment'];

  test('differs item by item, so that two patches of it do not touch each other', () => {
    const [one, two] = [{ ONE: 'x' }, { TWO: 'y' }].map((changes) => differences(variables({}), variables(changes)));
    expect(one).toEqual([{ kind: 'set', path: [...path, 'ONE', 'Value'], value: 'x' }]);
    const both = applyPatch(applyPatch(variables({}), one!), two!);
    expect(both).toEqual(variables({ ONE: 'x', TWO: 'y' }));
    expect(isApplied(both, one!)).toBe(true);
    expect(isApplied(applyPatch(both, differences(both, variables({}))), two!)).toBe(false);
  });

  test('differs as a whole when an item comes, goes or has another place', () => {
    for (const other of [variables({ THREE: '3' }), variables({ ONE: 'x', THREE: '3' })]) {
      const patch = differences(variables({}), other);
      expect(patch.map((change) => change.path)).toEqual([path]);
      expect(applyPatch(variables({}), patch)).toEqual(other);
    }
  });
});

test('a patch that was undone in one of its places is no longer applied', () => {
  const from = withProperties({ Size: 1, Path: '/ok' });
  const patch = differences(from, withProperties({ Size: 2, Path: '/health' }));
  const after = applyPatch(from, patch);
  expect(isApplied(applyPatch(after, differences(after, withProperties({ Size: 2, Path: '/ok' }))), patch)).toBe(false);
});
