import { useRef, type CSSProperties } from 'react';
import { useTexts } from '../shared/use-texts';
import { boardTexts } from '../texts/board';
import { useMoves } from './moves';
import type { Row } from './row';
import type { Seating } from './seating';
import { StandingsRow } from './standings-row';

interface StandingsTableProps {
  readonly rows: readonly Row[];
  readonly seating: Seating;
}

/** The standings, best first; teams that overtake are seen to move. */
export function StandingsTable({ rows, seating }: StandingsTableProps) {
  const list = useRef<HTMLOListElement>(null);
  const shown = seating.columns.flat().flatMap((number) => rows[number] ?? []);
  useMoves(list);
  return (
    <>
      <ol ref={list} className="rows" style={rowsPerColumn(seating.rows)}>
        {shown.map((row) => (
          <StandingsRow key={row.id} row={row} />
        ))}
      </ol>
      {seating.turns > 1 ? <Turns seating={seating} teams={rows.length} /> : null}
    </>
  );
}

function Turns({ seating, teams }: { readonly seating: Seating; readonly teams: number }) {
  const texts = useTexts(boardTexts);
  const others = seating.columns[1] ?? [];
  return (
    <p className="turns">
      <span>{texts.turn((others[0] ?? 0) + 1, (others.at(-1) ?? 0) + 1, teams)}</span>
      <span className="turns-dots" aria-hidden="true">
        {Array.from({ length: seating.turns }, (_, turn) => (
          <i key={turn} className={turn === seating.turn ? 'on' : ''} />
        ))}
      </span>
    </p>
  );
}

/** For the style sheet: how many rows share the height. */
function rowsPerColumn(rows: number): CSSProperties {
  return { '--rows': rows } as CSSProperties;
}
