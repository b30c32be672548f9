/** A load balancer's pattern as an expression: `*` is any text, `?` any one character. @param flags `i`: case does not count */
export function wildcards(pattern: string, flags: '' | 'i' = ''): RegExp {
  const literal = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`, `s${flags}`);
}

/** Whether a status passes a matcher like `200`, `200,202` or `200-299`. */
export function statusMatches(matcher: string, status: number): boolean {
  return matcher.split(',').some((part) => {
    const [low = NaN, high = low] = part.split('-').map(Number);
    return low <= status && status <= high;
  });
}
