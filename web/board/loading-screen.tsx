import { useTexts } from '../shared/use-texts';
import { boardTexts } from '../texts/board';

/** Before the first good answer. */
export function LoadingScreen({ unreachable }: { readonly unreachable: boolean }) {
  const texts = useTexts(boardTexts);
  return (
    <main className="still" data-screen="loading">
      <p className="still-title">GameDay</p>
      <p className="still-line" role="status">
        {unreachable ? texts.unreachable : texts.fetching}
      </p>
    </main>
  );
}
