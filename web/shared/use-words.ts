import { useMemo } from 'react';
import { useLanguage } from './use-texts';
import { wordsIn, type Words } from './words';

/** Numbers in the language of this page. */
export function useWords(): Words {
  const language = useLanguage();
  return useMemo(() => wordsIn(language), [language]);
}
