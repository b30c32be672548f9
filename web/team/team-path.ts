/** The path of a team in the API, or of what is below it. */
export const teamPath = (team: string, ...below: readonly string[]): string =>
  ['teams', encodeURIComponent(team), ...below].join('/');
