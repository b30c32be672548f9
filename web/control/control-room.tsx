import type { OrganizerView } from '../../lib/api/views/organizer-view';
import { Login } from '../shared/login';
import { usePolled } from '../shared/use-polled';
import { LanguageChoice, useTexts } from '../shared/use-texts';
import { pointsWords } from '../shared/words';
import { controlTexts } from '../texts/control';
import { sharedTexts } from '../texts/shared';

/** Where organizers steer the day. */
export function ControlRoom() {
  const texts = useTexts(controlTexts);
  return (
    <Login by="secret" title={texts.title}>
      {(_session, leave) => <Desk leave={leave} />}
    </Login>
  );
}

const EVERY_MS = 2000;

function Desk({ leave }: { readonly leave: () => void }) {
  const { value } = usePolled<OrganizerView>('organizer', EVERY_MS);
  const shared = useTexts(sharedTexts);
  if (value === undefined) return null;
  return (
    <main>
      <ul>
        {value.teams.map(({ id, name, points }) => (
          <li key={id}>
            {name} {pointsWords(points)}
          </li>
        ))}
      </ul>
      <LanguageChoice />
      <button onClick={leave}>{shared.logOut}</button>
    </main>
  );
}
