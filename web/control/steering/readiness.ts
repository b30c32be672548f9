import type { Readiness } from '../../../lib/api/routes/readiness';

type Check = Readiness['checks'][number];

/** Checks of several teams that say the same. */
interface SameChecks extends Pick<Check, 'name' | 'says'> {
  readonly count: number;
}

/** What is not ready, each by itself, and the rest, counted where several say the same: nobody reads a hundred lines that are well. */
export function readinessOf(checks: readonly Check[]): {
  readonly red: readonly Check[];
  readonly green: readonly SameChecks[];
  readonly notApplicable: readonly SameChecks[];
} {
  const of = (verdict: Check['verdict']): Check[] => checks.filter((check) => check.verdict === verdict);
  return { red: of('red'), green: counted(of('green')), notApplicable: counted(of('not-applicable')) };
}

function counted(checks: readonly Check[]): SameChecks[] {
  const found = new Map<string, SameChecks>();
  for (const { name, says } of checks) {
    const key = JSON.stringify([name, says]);
    found.set(key, { name, says, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}
