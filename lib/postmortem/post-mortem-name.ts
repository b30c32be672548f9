/** The name of an incident's post-mortem. */
export const postMortemName = ({ team, number }: { readonly team: string; readonly number: number }): string =>
  `${team}-${number}`;
