import { useState, type ReactNode } from 'react';
import type { Resource } from '../../lib/core/resource';
import { Panel } from '../shared/panel';
import { usePolled } from '../shared/use-polled';
import { useTexts } from '../shared/use-texts';
import { useWords } from '../shared/use-words';
import { clockWords } from '../shared/words';
import { teamTexts } from '../texts/team';
import { resourceWords } from './resource-words';
import { teamPath } from './team-path';

interface Sight {
  readonly resources: readonly Resource[];
  readonly changes: readonly { readonly atSeconds: number; readonly who: string; readonly what: string }[];
}

const EVERY_MS = 6000;

/** What runs in the team's account, and what changed there lately. */
export function AccountPanel({ team }: { readonly team: string }) {
  const texts = useTexts(teamTexts);
  const words = useWords();
  const { value, problem } = usePolled<Sight>(teamPath(team, 'account'), EVERY_MS);
  return (
    <Panel title={texts.account}>
      {problem === undefined ? null : <p className="problem">{texts.accountSilent}</p>}
      {value === undefined ? null : (
        <>
          <h3>{texts.changes}</h3>
          <Few
            rows={value.changes.map(({ atSeconds, who, what }) => (
              <>
                <time>{clockWords(atSeconds)}</time>
                <span dir="auto" className="quiet">
                  {who}
                </span>
                <span lang="en" dir="auto">
                  {what}
                </span>
              </>
            ))}
            none={texts.noChanges}
          />
          <h3>{texts.running}</h3>
          <Few
            rows={value.resources.map((resource) => {
              const { kind, size, place } = resourceWords(resource, texts, words);
              return (
                <>
                  <strong>{kind}</strong>
                  <span>{[size, place].filter((text) => text !== '').join(', ')}</span>
                  <code>{resource.id}</code>
                </>
              );
            })}
            none={texts.nothingRuns}
          />
        </>
      )}
    </Panel>
  );
}

const FEW = 6;

/** A list that begins short. */
function Few({ rows, none }: { readonly rows: readonly ReactNode[]; readonly none: string }) {
  const texts = useTexts(teamTexts);
  const [all, setAll] = useState(false);
  if (rows.length === 0) return <p className="quiet">{none}</p>;
  return (
    <>
      <ul className="rows">
        {(all ? rows : rows.slice(0, FEW)).map((row, place) => (
          <li key={place}>{row}</li>
        ))}
      </ul>
      {rows.length > FEW ? (
        <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts.showFew : texts.showAll(rows.length)}
        </button>
      ) : null}
    </>
  );
}
