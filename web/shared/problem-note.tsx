import { sharedTexts } from '../texts/shared';
import { ApiProblem } from './api';
import { useTexts } from './use-texts';

/** Why something was not done, read out at once. The server's sentences are in English. */
export function ProblemNote({ problem }: { readonly problem: unknown }) {
  const texts = useTexts(sharedTexts);
  if (problem === undefined) return null;
  if (!(problem instanceof ApiProblem) || problem.status === 0) {
    return (
      <p className="problem" role="alert">
        {texts.notAnswered}
      </p>
    );
  }
  return (
    <p className="problem" role="alert" lang="en">
      {[problem.message, ...problem.fields.map(({ field, message }) => `${field}: ${message}`)].join(' ')}
    </p>
  );
}
