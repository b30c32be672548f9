import { useState } from 'react';
import type { TeamView } from '../../../lib/api/views/team-view';
import { ProblemNote } from '../../shared/problem-note';
import { usePolled } from '../../shared/use-polled';
import { useTexts } from '../../shared/use-texts';
import { useWords } from '../../shared/use-words';
import { clockWords } from '../../shared/words';
import { controlTexts } from '../../texts/control';

/** Why a team has the points that it has, on demand. */
export function LedgerLines({ team }: { readonly team: string }) {
  const texts = useTexts(controlTexts);
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{texts.ledger}</summary>
      {open ? <Lines team={team} /> : null}
    </details>
  );
}

const EVERY_MS = 10_000;

function Lines({ team }: { readonly team: string }) {
  const path = `teams/${encodeURIComponent(team)}/ledger`;
  const words = useWords();
  const { value, problem } = usePolled<Pick<TeamView, 'lines'>>(path, EVERY_MS);
  if (value === undefined) return <ProblemNote problem={problem} />;
  return (
    <ol className="ledger" lang="en" tabIndex={0}>
      {value.lines.toReversed().map(({ atSeconds, rule, round, points, reason }, place) => (
        <li key={`${rule} ${round} ${atSeconds} ${value.lines.length - place}`}>
          <time>{clockWords(atSeconds)}</time>
          <span className="figure">{words.gain(points)}</span>
          <span>{reason}</span>
        </li>
      ))}
    </ol>
  );
}
