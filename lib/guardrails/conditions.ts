import type { Conditions, OneOrMore } from './policy';
import { fits, fitsArn } from './wildcards';

/** What is known of a request, by condition key; keys of any case. */
export type Context = Readonly<Record<string, string>>;

type Comparison = (written: string, actual: string) => boolean;

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html: `ArnEquals` and `ArnLike` are
 * the same there.
 */
const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: (written, actual) => written === actual,
  StringLike: fits,
  ArnEquals: fitsArn,
  ArnLike: fitsArn,
  NumericGreaterThan: (written, actual) => Number(actual) > Number(written),
};

/**
 * Whether all conditions hold. Several values of a key are alternatives, of a negated operator exclusions:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html.
 * Throws on an operator that is not known here.
 */
export const conditionsHold = (conditions: Conditions, context: Context): boolean =>
  Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, written]) => holds(operator, listOf(written), valueOf(context, key))),
  );

function holds(operator: string, written: readonly string[], actual: string | undefined): boolean {
  const [, subject = '', negation, comparisonName = ''] = /^(String|Arn|Numeric)(Not)?(\w+)$/.exec(operator) ?? [];
  const compare = comparisons[`${subject}${comparisonName}`];
  if (compare === undefined) throw new Error(`conditions with ${operator} are not evaluated here`);
  // A key that a request does not have fits nothing, and so is none of what is excluded:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html#reference_policies_elements_condition-missing-keys
  const matched = actual !== undefined && written.some((each) => compare(each, actual));
  return negation === undefined ? matched : !matched;
}

/** Names of keys know no case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
function valueOf(context: Context, key: string): string | undefined {
  const found = Object.keys(context).find((each) => each.toLowerCase() === key.toLowerCase());
  return found === undefined ? undefined : context[found];
}

export const listOf = <T extends string>(value: OneOrMore<T>): readonly T[] =>
  typeof value === 'string' ? [value] : value;
