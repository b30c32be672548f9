import type { TeamView } from '../../lib/api/views/team-view';
import { useTexts } from '../shared/use-texts';
import { clockWords } from '../shared/words';
import { teamTexts } from '../texts/team';

type Message = TeamView['messages'][number];

/** What the team has said about its incidents, newest first. */
export function Messages({ messages }: Pick<TeamView, 'messages'>) {
  const texts = useTexts(teamTexts);
  const said = ({ kind, audience }: Message): string => {
    if (kind === 'declared') return `⚑ ${texts.saidDeclared}`;
    if (kind === 'resolved') return `✓ ${texts.saidResolved}`;
    return audience === 'external' ? texts.saidExternal : texts.saidInternal;
  };
  if (messages.length === 0) return null;
  return (
    <ol className="entries" tabIndex={0} aria-label={texts.incident}>
      {[...messages].reverse().map((message) => (
        <li key={message.id}>
          <p className="entry-head">
            <time>{clockWords(message.atSeconds)}</time> {said(message)}
          </p>
          {message.text === null ? null : <p dir="auto">{message.text}</p>}
        </li>
      ))}
    </ol>
  );
}
