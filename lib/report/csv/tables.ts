import type { Instant } from '../../core/event/event';
import type { DatedEntry } from '../../core/records/effective-log';
import type { LedgerLine } from '../../core/score/ledger';
import { reasonOf } from '../../core/score/reasons';
import type { GameRound } from '../../core/score/team-rounds';
import { secondsAt } from '../../core/time/timeline';
import type { Edition } from '../edition';
import { nameOf } from '../team-report';
import { csvText, type Column } from './csv-text';

/** A file of the export, by its name. */
type Files = Readonly<Record<string, string>>;

interface OfEdition {
  readonly edition: Edition;
}
type RoundRow = OfEdition & { readonly team: string; readonly round: GameRound };
type LogRow = OfEdition & { readonly dated: DatedEntry };
type LedgerRow = OfEdition & { readonly line: LedgerLine };

const editionColumn: Column<OfEdition> = {
  name: 'edition',
  meaning: 'Which edition: its number in the series, or the name of its folder',
  value: ({ edition }) => edition.label,
};
const timeColumns = <Row extends OfEdition>(at: (row: Row) => Instant): readonly Column<Row>[] => [
  { name: 'at', meaning: 'Instant, ISO 8601 in UTC', value: (row) => new Date(at(row)).toISOString() },
  {
    name: 'event_seconds',
    meaning: 'The same in event time: seconds from the start of the event, pauses left out',
    value: (row) => secondsAt(row.edition.timeline, at(row)),
  },
];
const teamColumns = <Row extends OfEdition>(team: (row: Row) => string | undefined): readonly Column<Row>[] => [
  { name: 'team', meaning: 'Id of the team; empty where it is about none', value: team },
  {
    name: 'team_name',
    meaning: 'Name of the team',
    value: (row) => {
      const id = team(row);
      return id === undefined ? undefined : nameOf(row.edition, id);
    },
  },
];

const count = (name: 'expected' | 'fast' | 'acceptable' | 'slow' | 'faulty' | 'failed', meaning: string) => ({
  name,
  meaning: `Requests of the round ${meaning}; empty where nothing was measured`,
  value: ({ round }: RoundRow) => round.measurement?.[name],
});

const roundColumns: readonly Column<RoundRow>[] = [
  editionColumn,
  ...teamColumns<RoundRow>(({ team }) => team),
  { name: 'round', meaning: 'Number of the round, from 0', value: ({ round }) => round.round },
  {
    name: 'event_seconds',
    meaning: 'Start of the round: seconds from the start of the event, pauses left out',
    value: ({ edition, round }) => round.round * edition.event.roundSeconds,
  },
  {
    name: 'verdict',
    meaning: 'ok, degraded, faulty or down; unchecked where the organizers did not measure',
    value: ({ round }) => round.verdict,
  },
  {
    name: 'planned',
    meaning: 'Requests that were planned; of real customers, whom nobody plans, those who came',
    value: ({ round }) => round.planned,
  },
  count('expected', 'that the load generator meant to send'),
  count('fast', 'that were answered correctly and fast'),
  count('acceptable', 'that were answered correctly and acceptably soon'),
  count('slow', 'that were answered correctly, but late'),
  count('faulty', 'that were answered wrongly'),
  count('failed', 'that got no answer'),
  { name: 'p50_ms', meaning: 'Median latency, milliseconds', value: ({ round }) => round.measurement?.p50Ms },
  {
    name: 'p95_ms',
    meaning: '95th percentile of latency, milliseconds',
    value: ({ round }) => round.measurement?.p95Ms,
  },
  {
    name: 'spend_usd_per_hour',
    meaning: 'What ran, by the price table, USD an hour; the last known value where it could not be seen',
    value: ({ round }) => round.spendUsdPerHour,
  },
  {
    name: 'flags',
    meaning: 'What the organizers noted of the measurement, with spaces between',
    value: ({ round }) => round.measurement?.flags.join(' '),
  },
];

const logColumns: readonly Column<LogRow>[] = [
  editionColumn,
  ...timeColumns<LogRow>(({ dated }) => dated.at),
  { name: 'type', meaning: 'What happened', value: ({ dated }) => dated.entry.type },
  { name: 'by', meaning: 'Who wrote it down', value: ({ dated }) => dated.entry.by },
  ...teamColumns<LogRow>(({ dated: { entry } }) => ('team' in entry ? entry.team : undefined)),
  {
    name: 'experiment',
    meaning: 'Id of the experiment; empty where it is about none',
    value: ({ dated: { entry } }) => ('experiment' in entry ? entry.experiment : undefined),
  },
  {
    name: 'text',
    meaning: 'What was said, or why; empty where nothing was',
    value: ({ dated: { entry } }) => ('text' in entry ? entry.text : 'reason' in entry ? entry.reason : undefined),
  },
  { name: 'id', meaning: 'Id of the entry', value: ({ dated }) => dated.entry.id },
  { name: 'entry', meaning: 'The whole entry, as JSON', value: ({ dated }) => JSON.stringify(dated.entry) },
];

const ledgerColumns: readonly Column<LedgerRow>[] = [
  editionColumn,
  ...timeColumns<LedgerRow>(({ line }) => line.at),
  ...teamColumns<LedgerRow>(({ line }) => line.team),
  { name: 'round', meaning: 'Round in which, or at whose end, it was written', value: ({ line }) => line.round },
  {
    name: 'rule',
    meaning:
      'What earned or cost points: service, unchecked, spend, detection, recovery, false-alarm, hint or adjustment',
    value: ({ line }) => line.rule,
  },
  { name: 'points', meaning: 'Points; a score is the sum of a team’s lines', value: ({ line }) => line.points },
  { name: 'reason', meaning: 'Why, in words', value: ({ line, edition }) => reasonOf(line, edition.event) },
];

/** Rounds that count, the log that holds and the ledger of all editions as tables, with a dictionary of their columns. */
export function csvFiles(editions: readonly Edition[]): Files {
  const rounds = editions.flatMap((edition) =>
    edition.game.teams.flatMap(({ team, rounds: own }) => own.map((round): RoundRow => ({ edition, team, round }))),
  );
  const log = editions.flatMap((edition) => edition.game.entries.map((dated): LogRow => ({ edition, dated })));
  const ledger = editions.flatMap((edition) =>
    edition.game.teams.flatMap(({ lines }) => lines.map((line): LedgerRow => ({ edition, line }))),
  );
  return {
    'rounds.csv': csvText(roundColumns, rounds),
    'log.csv': csvText(logColumns, log),
    'ledger.csv': csvText(ledgerColumns, ledger),
    'dictionary.csv': csvText(dictionaryColumns, [
      ...wordsOf('rounds.csv', roundColumns),
      ...wordsOf('log.csv', logColumns),
      ...wordsOf('ledger.csv', ledgerColumns),
    ]),
  };
}

interface Word {
  readonly file: string;
  readonly column: string;
  readonly meaning: string;
}
const wordsOf = (file: string, columns: readonly { readonly name: string; readonly meaning: string }[]): Word[] =>
  columns.map(({ name, meaning }) => ({ file, column: name, meaning }));

const dictionaryColumns: readonly Column<Word>[] = [
  { name: 'file', meaning: '', value: ({ file }) => file },
  { name: 'column', meaning: '', value: ({ column }) => column },
  { name: 'meaning', meaning: '', value: ({ meaning }) => meaning },
];
