import type { GameDayEvent } from '../core/event/event';
import { columns } from '../core/view/columns';
import type { Examined } from './examine';

/** Whom the doors may open for. A team is ready when nothing of its own is red; the event when nothing is. */
export interface Readiness {
  readonly ready: boolean;
  /** Ids of teams that are not, in the event's order. */
  readonly unreadyTeams: readonly string[];
  /** Names of checks of the event itself that are red. */
  readonly unreadyEvent: readonly string[];
}

export function readiness({ teams }: Pick<GameDayEvent, 'teams'>, examined: readonly Examined[]): Readiness {
  const reds = examined.filter(({ finding }) => finding.verdict === 'red');
  const unreadyTeams = teams.map(({ id }) => id).filter((id) => reds.some(({ team }) => team === id));
  const unreadyEvent = reds.flatMap(({ team, name }) => (team === undefined ? [name] : []));
  return { ready: reds.length === 0, unreadyTeams, unreadyEvent };
}

/** Everything that was looked at as text: what all depend on, a table of the teams, then every red finding with its fix. */
export function reportText(event: Pick<GameDayEvent, 'teams'>, examined: readonly Examined[]): string {
  const common = examined.filter(({ team }) => team === undefined);
  const rows = common.map(({ name, finding }) => [
    mark(finding.verdict),
    name,
    finding.verdict === 'red' ? '' : finding.says,
  ]);
  const parts = [columns([['', 'Event', ''], ...rows], [0, 1, 2])];
  const names = [...new Set(examined.filter(({ team }) => team !== undefined).map(({ name }) => name))];
  if (names.length > 0) {
    const ofTeam = event.teams.map(({ id }) => [
      id,
      ...names.map((name) => {
        const found = examined.find((each) => each.team === id && each.name === name);
        return found === undefined ? '' : mark(found.finding.verdict);
      }),
    ]);
    parts.push(columns([['Team', ...names], ...ofTeam], [0, ...names.map((_, index) => index + 1)]));
  }
  const reds = examined.flatMap(({ team, name, finding }) =>
    finding.verdict === 'red' ? [`${team ?? 'event'}, ${name}: ${finding.says}\n  ${finding.fix}\n`] : [],
  );
  return [...parts, ...(reds.length > 0 ? [reds.join('')] : [])].join('\n');
}

const mark = (verdict: Examined['finding']['verdict']): string => marks[verdict];
const marks = { green: 'ok', red: 'RED', 'not-applicable': '-' } as const;
