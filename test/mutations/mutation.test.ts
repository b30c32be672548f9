import { existsSync, readFileSync } from 'node:fs';
import { unfitting, unproved, type Fate, type Mutation } from './mutation';
import { mutations } from './mutations';

const mutation: Mutation = { id: 'm', file: 'a.ts', find: '> 3', replace: '> 0', tests: 'a.test.ts', test: 'counts' };

test.each(mutations)('$id: its text stands in its file once, and its tests are there', (each) => {
  expect(unfitting(each, readFileSync(each.file, 'utf8'))).toBeUndefined();
  expect(existsSync(each.tests)).toBe(true);
});

test('every mutation has a name of its own', () => {
  expect(new Set(mutations.map(({ id }) => id)).size).toBe(mutations.length);
});

test.each([
  ['is not there any more', 'if (n > 4)', mutation, 'any more'],
  ['is there twice', 'if (n > 3 || m > 3)', mutation, '2 times'],
  ['stays the same', 'if (n > 3)', { ...mutation, replace: '> 3' }, 'changes nothing'],
])('a mutation whose text %s cannot be tried', (_what, source, each, words) => {
  expect(unfitting(each, source)).toContain(words);
});

test.each<[Fate, Fate, string | undefined]>([
  ['passed', 'failed', undefined],
  ['passed', 'passed', 'passes although the rule is gone'],
  ['passed', 'missing', 'did not run'],
  ['failed', 'failed', 'fails without the mutation'],
  ['missing', 'missing', 'has no test "counts"'],
])('a test that %s without a mutation and %s with it: %s', (without, within, words) => {
  const said = unproved(mutation, without, within);
  if (words === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(words);
});
