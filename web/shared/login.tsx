import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { sharedTexts } from '../texts/shared';
import { ApiProblem, callApi } from './api';
import { ProblemNote } from './problem-note';
import { LanguageChoice, useTexts } from './use-texts';

/** Whose session this browser has. */
export interface Session {
  readonly team: string | null;
  readonly organizer: boolean;
}

interface LoginProps {
  /** What lets people in on this page. */
  readonly by: 'code' | 'secret';
  readonly title: string;
  /** What is shown to whoever is in. `leave` logs out; `lost` is for whoever is told by the server that the session is over. */
  readonly children: (session: Session, leave: () => void, lost: () => void) => ReactNode;
}

const nobody: Session = { team: null, organizer: false };

/** Asks for a team's code or the organizers' secret until there is a session of that kind. */
export function Login({ by, title, children }: LoginProps) {
  const [session, setSession] = useState<Session>();
  const [problem, setProblem] = useState<unknown>();
  const texts = useTexts(sharedTexts);
  useEffect(() => {
    callApi<Session>('GET', 'session').then(setSession, (error: unknown) => {
      setProblem(error);
      setSession(nobody);
    });
  }, []);
  if (session === undefined) return null;
  const leave = (): void => {
    callApi<Session>('DELETE', 'session').then(setSession, setProblem);
  };
  const lost = (): void => {
    setProblem(new ApiProblem(401, texts.expired));
    setSession(nobody);
  };
  if (by === 'code' ? session.team !== null : session.organizer) return children(session, leave, lost);

  const enter = (submitted: FormEvent<HTMLFormElement>): void => {
    submitted.preventDefault();
    const shown = new FormData(submitted.currentTarget).get('shown');
    callApi<Session>('POST', 'session', { [by]: shown }).then((opened) => {
      setProblem(undefined);
      setSession(opened);
    }, setProblem);
  };
  return (
    <main>
      <form className="panel login" onSubmit={enter}>
        <h1>{title}</h1>
        <label>
          {by === 'code' ? texts.teamCode : texts.organizerSecret}
          <br />
          <input name="shown" type={by === 'code' ? 'text' : 'password'} autoComplete="off" required maxLength={200} />
        </label>
        <ProblemNote problem={problem} />
        <button type="submit" className="primary">
          {texts.logIn}
        </button>
        <LanguageChoice />
      </form>
    </main>
  );
}
