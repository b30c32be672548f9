import { useState } from 'react';
import { sharedTexts } from '../texts/shared';
import { useTexts } from './use-texts';

/** Puts a text into the clipboard, and says whether the browser let it. */
export function CopyButton({ text }: { readonly text: string }) {
  const texts = useTexts(sharedTexts);
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // Without TLS there is no clipboard, and browsers may forbid it: the text can be selected all the same.
      setOutcome('refused');
    }
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {texts.copy}
      </button>
      <span role="status">{outcome === undefined ? null : outcome === 'copied' ? texts.copied : texts.notCopied}</span>
    </>
  );
}
