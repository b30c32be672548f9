import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { keepLanguage, languages, preferredLanguage, type Catalogue, type Language } from '../texts/language';
import { sharedTexts } from '../texts/shared';

const Chosen = createContext<{ readonly language: Language; readonly choose: (language: Language) => void }>({
  language: 'en',
  choose: () => undefined,
});

/** Everything below it speaks one language, which {@link LanguageChoice} changes. */
export function Speaking({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(preferredLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (chosen: Language): void => {
    keepLanguage(chosen);
    setLanguage(chosen);
  };
  return <Chosen value={{ language, choose }}>{children}</Chosen>;
}

/** The texts of a catalogue in the language of this page. */
export const useTexts = <Texts,>(catalogue: Catalogue<Texts>): Catalogue<Texts>[Language] =>
  catalogue[use(Chosen).language];

export const useLanguage = (): Language => use(Chosen).language;

const names: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

export function LanguageChoice() {
  const { language, choose } = use(Chosen);
  const texts = useTexts(sharedTexts);
  return (
    <select
      aria-label={texts.language}
      value={language}
      onChange={({ target }) => languages.filter((each) => each === target.value).forEach(choose)}
    >
      {languages.map((each) => (
        <option key={each} value={each} lang={each}>
          {names[each]}
        </option>
      ))}
    </select>
  );
}
