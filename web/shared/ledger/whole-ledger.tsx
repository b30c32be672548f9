import type { TeamView } from '../../../lib/api/views/team-view';
import { ProblemNote } from '../problem-note';
import { usePolled } from '../use-polled';
import { LedgerLines } from './ledger-lines';

const EVERY_MS = 5000;

/** Every line that earned or cost a team points, newest first. */
export function WholeLedger({ team }: { readonly team: string }) {
  const { value, problem } = usePolled<Pick<TeamView, 'lines'>>(`teams/${encodeURIComponent(team)}/ledger`, EVERY_MS);
  if (value === undefined) return <ProblemNote problem={problem} />;
  return <LedgerLines lines={[...value.lines].reverse()} />;
}
