import { useTexts } from '../shared/use-texts';
import { VerdictBadge } from '../shared/verdict-badge';
import { boardTexts } from '../texts/board';
import type { Row } from './row';
import { TrendBars } from './trend-bars';

/** One team. Names go in as text, whatever is in them. */
export function StandingsRow({ row }: { readonly row: Row }) {
  const texts = useTexts(boardTexts);
  return (
    <li className={`row rank-${row.rank}`} data-team={row.id}>
      <div className="row-inner">
        <div className="row-place">
          <span className="row-rank">{row.rank}</span>
          <Moved ranks={row.moved} />
        </div>
        <svg className="row-hue" viewBox="0 0 4 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width="4" height="10" rx="1" fill={row.hue ?? 'none'} />
        </svg>
        <div className="row-team">
          <span className="row-name" dir="auto">
            {row.name}
          </span>
          <div className="row-state">
            <VerdictBadge verdict={row.verdict} impact={row.impact} declared={row.declared} />
            <span className="row-served">{texts.served(row.served)}</span>
          </div>
        </div>
        <TrendBars trend={row.trend} />
        <div className="row-score">
          <span className="row-points">{row.points}</span>
          <span className={row.losing ? 'row-gained losing' : 'row-gained'}>{row.gained}</span>
        </div>
      </div>
    </li>
  );
}

function Moved({ ranks }: { readonly ranks: number }) {
  const texts = useTexts(boardTexts);
  if (ranks === 0) return null;
  const up = ranks > 0;
  return (
    <span
      className={up ? 'moved moved-up' : 'moved moved-down'}
      role="img"
      aria-label={(up ? texts.up : texts.down)(Math.abs(ranks))}
    >
      <svg viewBox="0 0 10 8" aria-hidden="true">
        <path d={up ? 'M5 0l5 8H0z' : 'M5 8L0 0h10z'} />
      </svg>
      {Math.abs(ranks)}
    </span>
  );
}
