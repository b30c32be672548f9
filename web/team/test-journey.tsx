import { useState } from 'react';
import { callApi } from '../shared/api';
import { ProblemNote } from '../shared/problem-note';
import { useAction } from '../shared/use-action';
import { useTexts } from '../shared/use-texts';
import { useWords } from '../shared/use-words';
import { teamTexts } from '../texts/team';
import { teamPath } from './team-path';

interface Step {
  readonly name: string;
  readonly class: 'fast' | 'acceptable' | 'slow' | 'faulty' | 'failed';
  readonly latencyMs: number | null;
}

const signs = { fast: '✓', acceptable: '✓', slow: '◷', faulty: '✗', failed: '✗' } as const;

/** Sends one customer that counts for nothing, and tells what became of each step. */
export function TestJourney({ team }: { readonly team: string }) {
  const texts = useTexts(teamTexts);
  const words = useWords();
  const { busy, problem, run } = useAction();
  const [steps, setSteps] = useState<readonly Step[]>();
  const results = {
    fast: texts.classFast,
    acceptable: texts.classAcceptable,
    slow: texts.classSlow,
    faulty: texts.classFaulty,
    failed: texts.classFailed,
  };
  const test = async (): Promise<void> => {
    setSteps(undefined);
    setSteps((await callApi<{ readonly steps: readonly Step[] }>('POST', teamPath(team, 'test'), {})).steps);
  };
  const stuck = steps?.some((step) => step.class === 'faulty' || step.class === 'failed');
  return (
    <div className="test">
      <p className="quiet">{texts.testAbout}</p>
      <button type="button" disabled={busy} onClick={() => void run(test)}>
        {texts.test}
      </button>
      <div role="status">
        {busy ? <p>{texts.testing}</p> : null}
        {steps === undefined ? null : (
          <>
            <table>
              <thead>
                <tr>
                  <th scope="col">{texts.step}</th>
                  <th scope="col">{texts.result}</th>
                  <th scope="col" className="number">
                    ms
                  </th>
                </tr>
              </thead>
              <tbody>
                {steps.map(({ name, class: outcome, latencyMs }, place) => (
                  <tr key={`${place} ${name}`}>
                    <td lang="en">{name}</td>
                    <td className={`step-${outcome}`}>
                      {signs[outcome]} {results[outcome]}
                    </td>
                    <td className="number">{latencyMs === null ? texts.notReached : words.whole(latencyMs)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p>{stuck ? texts.journeyStuck : texts.journeyDone}</p>
          </>
        )}
      </div>
      <ProblemNote problem={problem} />
    </div>
  );
}
