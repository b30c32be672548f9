/** Who wrote an entry as a person, by name; undefined for organizer, scorer, teams and bots. */
export const personOf = ({ by }: { readonly by: string }): string | undefined =>
  by.startsWith('person:') ? by.slice('person:'.length) : undefined;

/** The author that an entry has which a person writes. */
export const byPerson = (name: string): string => `person:${name}`;
