import { useState } from 'react';
import type { TeamView } from '../../lib/api/views/team-view';
import { LedgerLines } from '../shared/ledger/ledger-lines';
import { WholeLedger } from '../shared/ledger/whole-ledger';
import { Panel } from '../shared/panel';
import { useTexts } from '../shared/use-texts';
import { useWords } from '../shared/use-words';
import { VerdictBadge } from '../shared/verdict-badge';
import { teamTexts } from '../texts/team';

const FEW_LINES = 8;

/** The team's own score, and every line that made it. */
export function ScorePanel({ view }: { readonly view: TeamView }) {
  const texts = useTexts(teamTexts);
  const words = useWords();
  const [all, setAll] = useState(false);
  return (
    <Panel
      title={texts.score}
      className="score"
      aside={<VerdictBadge verdict={view.verdict} impact={undefined} declared={false} />}
    >
      <p className="score-points">{words.points(view.points)}</p>
      <p className={view.gained < 0 ? 'score-gained losing' : 'score-gained'}>
        {texts.thisRound(words.gain(view.gained))}
      </p>
      <p className="quiet">{texts.servedWell(words.percent(view.served))}</p>
      <h3>{all ? texts.allLines : texts.newestLines}</h3>
      {view.lines.length === 0 ? (
        <p className="quiet">{texts.noLines}</p>
      ) : (
        <>
          {all ? <WholeLedger team={view.id} /> : <LedgerLines lines={view.lines.slice(0, FEW_LINES)} />}
          <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? texts.fewerLines : texts.allLines}
          </button>
        </>
      )}
    </Panel>
  );
}
