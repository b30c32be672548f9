export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** A text, or how one is made. */
type Entry = string | ((...values: never[]) => string);

/** The same texts in another language: no key may be missing, none may be more, and each takes the same values. */
type Translated<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : string;
};

export interface Catalogue<Texts> {
  readonly en: Texts;
  readonly fr: Translated<Texts>;
}

/** Texts of a page in every language, side by side. */
export const catalogue = <Texts extends Readonly<Record<string, Entry>>>(
  en: Texts,
  fr: NoInfer<Translated<Texts>>,
): Catalogue<Texts> => ({ en, fr });

const KEPT_IN = 'gameday-language';

/** The language that the address asks for (`?lang=fr`), or was chosen in this browser before, or that the browser prefers; else English. */
export function preferredLanguage(): Language {
  const asked = [
    new URLSearchParams(location.search).get('lang'),
    localStorage.getItem(KEPT_IN),
    ...navigator.languages,
  ];
  const known = asked.flatMap((each) => languages.filter((language) => each?.toLowerCase().startsWith(language)));
  return known[0] ?? 'en';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT_IN, language);
}
