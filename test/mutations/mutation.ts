/** A change that takes one rule of AWS out of the arena, and the test that must notice. */
export interface Mutation {
  readonly id: string;
  /** From the checkout's root. */
  readonly file: string;
  /** Text that occurs in the file once. */
  readonly find: string;
  readonly replace: string;
  /** File of the test that must notice, from the checkout's root. */
  readonly tests: string;
  /** Its name with those of the groups around it, as Jest prints them in one line. */
  readonly test: string;
}

/** What is wrong with a mutation itself, in words; undefined when it can be applied. @param source text of its file */
export function unfitting({ file, find, replace }: Mutation, source: string): string | undefined {
  const times = source.split(find).length - 1;
  if (times === 0) return `${file} does not hold the text to replace any more: ${find}`;
  if (times > 1) return `${file} holds the text to replace ${times} times: ${find}`;
  return find === replace ? `the mutation changes nothing in ${file}` : undefined;
}

/** How one test came out; `missing` when no test of that name ran. */
export type Fate = 'passed' | 'failed' | 'missing';

/** Why a mutation proves nothing, in words; undefined when the test holds without it and fails with it. */
export function unproved({ tests, test }: Mutation, without: Fate, within: Fate): string | undefined {
  if (without === 'missing') return `${tests} has no test "${test}"`;
  if (without === 'failed') return `"${test}" fails without the mutation already`;
  if (within === 'missing') return `"${test}" did not run with the mutation`;
  return within === 'passed' ? `"${test}" passes although the rule is gone` : undefined;
}
