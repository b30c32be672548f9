import { useEffect, useRef, useState } from 'react';
import type { TeamView } from '../../lib/api/views/team-view';
import { callApi } from '../shared/api';
import { ConfirmDialog } from '../shared/confirm-dialog';
import { Panel } from '../shared/panel';
import { useTexts } from '../shared/use-texts';
import { useWords } from '../shared/use-words';
import { durationWords } from '../shared/words';
import { teamTexts } from '../texts/team';
import type { PanelProps } from './panel-props';
import { teamPath } from './team-path';

type Hint = TeamView['hints'][number];
type Level = Hint['levels'][number];

/** Symptoms, and what helps against what they stand for, each at its price. */
export function HintsPanel({ view, refresh }: PanelProps) {
  const texts = useTexts(teamTexts);
  const words = useWords();
  const [wanted, setWanted] = useState<{ readonly hint: Hint; readonly level: Level }>();
  const [openedHere, setOpenedHere] = useState<string>();
  const plays = view.clock.phase === 'running' || view.clock.phase === 'paused';
  if (view.hints.length === 0) return null;
  return (
    <Panel title={texts.hints}>
      {plays ? null : <p className="quiet">{texts.notNow}</p>}
      <ul className="hints">
        {view.hints.map((hint) => (
          <li key={hint.number}>
            <details>
              <summary>
                <span lang="en">{hint.symptom}</span>{' '}
                <span className="quiet">{texts.opened(openedOf(hint), hint.levels.length)}</span>
              </summary>
              <ol>
                {hint.levels.map((level) => (
                  <li key={level.level}>
                    {level.text === null ? (
                      <button type="button" disabled={!plays} onClick={() => setWanted({ hint, level })}>
                        {texts.openHint(level.level, words.gain(-level.costPoints))}
                      </button>
                    ) : (
                      <HintText level={level} justOpened={openedHere === keyOf(hint, level)} />
                    )}
                  </li>
                ))}
              </ol>
            </details>
          </li>
        ))}
      </ul>
      {wanted === undefined ? null : (
        <ConfirmDialog
          title={texts.openHintTitle(wanted.level.level)}
          confirm={texts.open}
          onClose={() => setWanted(undefined)}
          onConfirm={async () => {
            const { hint, level } = wanted;
            await callApi('POST', teamPath(view.id, 'hints'), { number: hint.number, level: level.level });
            setOpenedHere(keyOf(hint, level));
            refresh();
          }}
        >
          <p lang="en">{wanted.hint.symptom}</p>
          <p>{texts.hintPrice(words.points(wanted.level.costPoints), durationWords(wanted.level.costSeconds))}</p>
        </ConfirmDialog>
      )}
    </Panel>
  );
}

/** The focus goes to what was just opened, since the button that opened it is gone. */
function HintText({ level, justOpened }: { readonly level: Level; readonly justOpened: boolean }) {
  const texts = useTexts(teamTexts);
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (justOpened) place.current?.focus();
  }, [justOpened]);
  return (
    <p ref={place} tabIndex={-1}>
      <strong>{texts.hint(level.level)}:</strong> <span lang="en">{level.text}</span>
    </p>
  );
}

const keyOf = ({ number }: Hint, { level }: Level): string => `${number} ${level}`;

const openedOf = ({ levels }: Hint): number => levels.filter(({ text }) => text !== null).length;
