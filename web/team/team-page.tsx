import type { TeamView } from '../../lib/api/views/team-view';
import { Login } from '../shared/login';
import { usePolled } from '../shared/use-polled';
import { LanguageChoice, useTexts } from '../shared/use-texts';
import { pointsWords } from '../shared/words';
import { sharedTexts } from '../texts/shared';
import { teamTexts } from '../texts/team';

/** A team's own page. */
export function TeamPage() {
  const texts = useTexts(teamTexts);
  return (
    <Login by="code" title={texts.title}>
      {({ team }, leave) => (team === null ? null : <Standing team={team} leave={leave} />)}
    </Login>
  );
}

const EVERY_MS = 2000;

function Standing({ team, leave }: { readonly team: string; readonly leave: () => void }) {
  const { value } = usePolled<TeamView>(`teams/${encodeURIComponent(team)}`, EVERY_MS);
  const shared = useTexts(sharedTexts);
  if (value === undefined) return null;
  return (
    <main>
      <h1>{value.name}</h1>
      <p>{pointsWords(value.points)}</p>
      <LanguageChoice />
      <button onClick={leave}>{shared.logOut}</button>
    </main>
  );
}
