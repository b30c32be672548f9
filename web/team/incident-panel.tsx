import { useState } from 'react';
import { Panel } from '../shared/panel';
import { useTexts } from '../shared/use-texts';
import { useWords } from '../shared/use-words';
import { clockWords, durationWords } from '../shared/words';
import { teamTexts } from '../texts/team';
import { DeclareDialog } from './declare-dialog';
import { incidentState, type IncidentState } from './incident-state';
import { IncidentTalk } from './incident-talk';
import { Messages } from './messages';
import type { PanelProps } from './panel-props';

/** Whether customers suffer, and the one button that says that the team has noticed. */
export function IncidentPanel({ view, refresh }: PanelProps) {
  const texts = useTexts(teamTexts);
  const [declaring, setDeclaring] = useState(false);
  const [declaredHere, setDeclaredHere] = useState(false);
  const state = incidentState(view, view.clock.eventSeconds);
  const plays = view.clock.phase === 'running' || view.clock.phase === 'paused';
  const suffering = state.impact !== undefined;
  return (
    <Panel title={texts.incident} className={suffering ? 'incident incident-open' : 'incident'}>
      <Condition state={state} measured={view.rounds.length > 0} />
      {state.declarable ? (
        <>
          <button
            type="button"
            className={suffering ? 'declare danger' : 'declare'}
            disabled={!plays}
            onClick={() => setDeclaring(true)}
          >
            {texts.declare}
          </button>
          {plays ? null : <p className="quiet">{texts.notNow}</p>}
        </>
      ) : null}
      {declaring ? (
        <DeclareDialog
          view={view}
          refresh={() => {
            setDeclaredHere(true);
            refresh();
          }}
          onClose={() => setDeclaring(false)}
        />
      ) : null}
      {plays && state.underWaySince !== undefined ? (
        <IncidentTalk team={view.id} refresh={refresh} writeAtOnce={declaredHere} />
      ) : null}
      <Messages messages={view.messages} />
    </Panel>
  );
}

function Condition({ state, measured }: { readonly state: IncidentState; readonly measured: boolean }) {
  const texts = useTexts(teamTexts);
  const words = useWords();
  const { impact, underWaySince } = state;
  if (impact === undefined) {
    return (
      <>
        <p role="status">{measured ? texts.allWell : texts.notMeasured}</p>
        {underWaySince === undefined ? null : <p>{texts.waitingForImpact(clockWords(underWaySince))}</p>}
      </>
    );
  }
  const { startSeconds, lastsSeconds, loss, declaredAtSeconds, detectionRefund, recoveryRefund } = impact;
  return (
    <>
      {/* What is read out by itself says nothing that changes with every answer. */}
      <p role="status" className="incident-impact">
        ⚠ {texts.impact(clockWords(startSeconds))}
      </p>
      <p>{texts.lossSoFar(durationWords(lastsSeconds), words.points(loss))}</p>
      {declaredAtSeconds !== null ? (
        <p>⚑ {texts.declaredAt(clockWords(declaredAtSeconds))}</p>
      ) : (
        <p>{detectionRefund > 0 ? texts.declareNow(words.percent(detectionRefund)) : texts.declareLate}</p>
      )}
      {recoveryRefund > 0 ? <p>{texts.recoverNow(words.percent(recoveryRefund))}</p> : null}
    </>
  );
}
