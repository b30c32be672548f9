import { use } from 'react';
import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { Panel } from '../../shared/panel';
import { TextField } from '../../shared/text-field';
import { useTexts } from '../../shared/use-texts';
import { WritingForm } from '../../shared/writing-form';
import { clockWords } from '../../shared/words';
import { steeringTexts } from '../../texts/control-steering';
import { Deed, Renew } from '../deed';
import { steeringRefusal, type SteeringType } from './refusals';
import { steer, textIn } from './steer';

/** What the audience sees and is told. */
export function AudiencePanel({ view }: { readonly view: OrganizerView }) {
  const texts = useTexts(steeringTexts);
  const refused = (type: SteeringType): string | undefined => {
    const refusal = steeringRefusal(view, type);
    return refusal === undefined ? undefined : texts[refusal];
  };
  return (
    <Panel title={texts.audience}>
      <div className="deeds">
        <Deed label={texts.freeze} refused={refused('frozen')} onConfirm={() => steer('frozen')}>
          <p>{texts.freezeMeans}</p>
        </Deed>
        <Deed label={texts.reveal} danger refused={refused('revealed')} onConfirm={() => steer('revealed')}>
          <p>{texts.revealMeans(view.teams.length)}</p>
        </Deed>
      </div>
      <Announce refused={refused('announced')} />
      <ul className="announcements">
        {view.announcements
          .slice(-SHOWN)
          .reverse()
          .map(({ id, atSeconds, text }) => (
            <li key={id}>
              <time>{clockWords(atSeconds)}</time> {text}
            </li>
          ))}
      </ul>
    </Panel>
  );
}

/** Announcements below the form; the log has all. */
const SHOWN = 3;

function Announce({ refused }: { readonly refused: string | undefined }) {
  const texts = useTexts(steeringTexts);
  const renew = use(Renew);
  if (refused !== undefined) {
    return (
      <p className="explained">
        {texts.announcement}: {refused}
      </p>
    );
  }
  return (
    <WritingForm
      send={texts.announce}
      onSend={(fields) => steer('announced', { text: textIn(fields, 'text') }).finally(renew)}
    >
      <TextField name="text" label={texts.announcement} />
    </WritingForm>
  );
}
