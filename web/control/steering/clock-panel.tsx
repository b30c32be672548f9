import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { callApi } from '../../shared/api';
import { Panel } from '../../shared/panel';
import { useTexts } from '../../shared/use-texts';
import { steeringTexts } from '../../texts/control-steering';
import { Deed } from '../deed';
import { ExtendDeed } from './extend-deed';
import { ReadinessList } from './readiness-list';
import { steeringRefusal, type SteeringType } from './refusals';
import { steer } from './steer';
import { StopAllDeed } from './stop-all-deed';

/** Start, pause, resume, extend, close, and the end of all that was broken. */
export function ClockPanel({ view }: { readonly view: OrganizerView }) {
  const texts = useTexts(steeringTexts);
  const { phase } = view.clock;
  const refused = (type: SteeringType): string | undefined => {
    const refusal = steeringRefusal(view, type);
    return refusal === undefined ? undefined : texts[refusal];
  };
  const count = view.teams.length;
  return (
    <Panel title={texts.clock}>
      {view.comes === null ? null : <Coming {...view.comes} />}
      <div className="deeds">
        {phase === 'waiting' ? (
          <Deed label={texts.start} refused={refused('started')} onConfirm={() => steer('started')}>
            <p>{texts.startMeans(count)}</p>
            <ReadinessList teams={view.teams} />
          </Deed>
        ) : (
          <>
            <Deed label={texts.pause} refused={refused('paused')} onConfirm={() => steer('paused')}>
              <p>{texts.pauseMeans}</p>
            </Deed>
            <Deed label={texts.resume} refused={refused('resumed')} onConfirm={() => steer('resumed')}>
              <p>{texts.resumeMeans}</p>
            </Deed>
          </>
        )}
        <ExtendDeed view={view} refused={refused('extended')} />
        <Deed label={texts.close} danger refused={refused('closed')} onConfirm={() => steer('closed')}>
          <p>{texts.closeMeans(count)}</p>
          {view.freeze.frozen || view.freeze.revealed ? null : <p>{texts.closeUnfrozen}</p>}
        </Deed>
      </div>
      <StopAllDeed />
    </Panel>
  );
}

/** What was asked for and has yet to come, which can be called off. */
function Coming({ id, type, at }: NonNullable<OrganizerView['comes']>) {
  const texts = useTexts(steeringTexts);
  const time = new Date(at).toLocaleTimeString();
  return (
    <div className="coming" role="status">
      <p>{type === 'started' ? texts.startsAt(time) : texts.resumesAt(time)}</p>
      <Deed
        label={texts.callOff}
        onConfirm={() => callApi('POST', 'organizer/retractions', { entry: id, reason: texts.callOff })}
      >
        <p>{texts.callOffMeans}</p>
      </Deed>
    </div>
  );
}
