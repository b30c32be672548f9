/**
 * Whether a text fits a pattern in which `*` stands for any characters, also none, and `?` for exactly one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource-wildcards
 */
export function fits(pattern: string, text: string): boolean {
  let [at, star, resume] = [0, -1, 0];
  let from = 0;
  while (from < text.length) {
    if (pattern[at] === '*') [star, resume] = [at++, from];
    else if (pattern[at] === '?' || (at < pattern.length && pattern[at] === text[from]))
      [at, from] = [at + 1, from + 1];
    else if (star >= 0) [at, from] = [star + 1, ++resume];
    else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** ARNs have six parts, of which only the last may have colons in it. */
const PARTS = 6;

/**
 * Whether an ARN fits a pattern, part by part, so that a wildcard does not reach over a colon. AWS lets one that ends a part of a
 * `Resource` reach further; what is refused here is refused there too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function fitsArn(pattern: string, arn: string): boolean {
  const [patterns, parts] = [pattern, arn].map(partsOf);
  if (patterns === undefined || parts === undefined) return false;
  return patterns.every((each, index) => fits(each, parts[index] ?? ''));
}

function partsOf(arn: string): string[] | undefined {
  const parts = arn.split(':');
  return parts.length < PARTS ? undefined : [...parts.slice(0, PARTS - 1), parts.slice(PARTS - 1).join(':')];
}
