import { Fragment, type ReactNode } from 'react';
import { useTexts } from '../../shared/use-texts';
import { useWords } from '../../shared/use-words';
import { VerdictBadge } from '../../shared/verdict-badge';
import { durationWords } from '../../shared/words';
import { controlTexts } from '../../texts/control';
import type { TeamRow } from './team-rows';
import './teams.css';

interface TeamsTableProps {
  readonly rows: readonly TeamRow[];
  readonly nowSeconds: number;
  readonly chosen: string | undefined;
  readonly choose: (team: string | undefined) => void;
  /** What is shown below the chosen row. */
  readonly detail: (row: TeamRow) => ReactNode;
}

/** A row for each team: how it truly stands beside what the audience sees. */
export function TeamsTable({ rows, nowSeconds, chosen, choose, detail }: TeamsTableProps) {
  const texts = useTexts(controlTexts);
  const words = useWords();
  return (
    <table className="dense teams-table">
      <thead>
        <tr>
          <th scope="col" className="figure">
            {texts.rank}
          </th>
          <th scope="col" className="figure">
            {texts.shown}
          </th>
          <th scope="col">{texts.team}</th>
          <th scope="col">{texts.verdict}</th>
          <th scope="col" className="figure">
            {texts.points}
          </th>
          <th scope="col" className="figure">
            {texts.served}
          </th>
          <th scope="col" className="figure">
            {texts.perHour}
          </th>
          <th scope="col" className="figure">
            {texts.unchecked}
          </th>
          <th scope="col" className="figure">
            {texts.trafficTimes}
          </th>
          <th scope="col">{texts.notes}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.id}>
            <tr data-team={row.id}>
              <td className="figure">{row.rank}</td>
              <td className="figure">
                <ShownRank row={row} />
              </td>
              <th scope="row">
                <button
                  type="button"
                  className="team-name"
                  aria-expanded={row.id === chosen}
                  onClick={() => choose(row.id === chosen ? undefined : row.id)}
                >
                  {row.name}
                </button>
              </th>
              <td>
                <VerdictBadge
                  verdict={row.verdict}
                  impact={row.impactSince === null ? undefined : durationWords(nowSeconds - row.impactSince)}
                  declared={row.declared}
                />
              </td>
              <td className="figure">{words.points(row.points)}</td>
              <td className="figure">{words.percent(row.served)}</td>
              <td className={`figure ${row.troubles.includes('overspend') ? 'over' : ''}`}>
                {words.money(row.spendUsdPerHour)}
                {row.troubles.includes('overspend') ? <span aria-label={texts.overspend}> ▲</span> : null}
              </td>
              <td className={`figure ${row.uncheckedRounds === 0 ? 'none' : ''}`}>{row.uncheckedRounds}</td>
              <td className="figure">{row.trafficFactor === 1 ? '' : `× ${words.few(row.trafficFactor)}`}</td>
              <td className="notes">
                {row.staleSeconds === null ? null : (
                  <span className="stale">{texts.staleFor(durationWords(row.staleSeconds))} </span>
                )}
                {row.extraSeconds === 0 ? null : <span>{texts.extra(durationWords(row.extraSeconds))} </span>}
                <span lang="en">{row.flags.join('; ')}</span>
              </td>
            </tr>
            {row.id === chosen ? (
              <tr>
                <td colSpan={COLUMNS}>{detail(row)}</td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

const COLUMNS = 10;

/** The audience's rank, with the way it differs from the true one. */
function ShownRank({ row: { shownRank, shownHigher } }: { readonly row: TeamRow }) {
  const texts = useTexts(controlTexts);
  if (shownHigher === 0) return shownRank;
  const says = shownHigher > 0 ? texts.shownHigher(shownHigher) : texts.shownLower(-shownHigher);
  return (
    <>
      {shownRank}{' '}
      <span className="rank-differs" role="img" aria-label={says} title={says}>
        {shownHigher > 0 ? '▲' : '▼'}
        {Math.abs(shownHigher)}
      </span>
    </>
  );
}
