import type { ResponseFinding } from './findings/response-finding';
import type { Spread } from './findings/statistics';
import type { LabReport } from './report';

/** How cells are written where the table is read. */
interface CellWriters {
  readonly text: (text: string) => string;
  /** Event seconds; null when it never came to that. */
  readonly time: (spread: Spread | null) => string;
}

const columns: readonly {
  readonly head: string;
  /** @param experiment what its condition is called */
  readonly cell: (finding: ResponseFinding, experiment: string) => string | number | Spread | null;
}[] = [
  { head: 'Experiment', cell: (_, experiment) => experiment },
  { head: 'Team', cell: ({ profile }) => profile },
  { head: 'Impacts', cell: ({ impacts }) => impacts },
  { head: 'Unharmed', cell: ({ unharmed }) => unharmed },
  { head: 'Down before', cell: ({ alreadyDown }) => alreadyDown },
  { head: 'To detect', cell: ({ detect }) => detect },
  { head: 'Undetected', cell: ({ undetected }) => undetected },
  { head: 'To recover', cell: ({ recover }) => recover },
  { head: 'Unrecovered', cell: ({ unrecovered }) => unrecovered },
];

/** How long teams of each profile took to declare and to recover, experiment by experiment: for a terminal and for a page. */
export function responseTableOf(
  { responses, conditions }: LabReport,
  { text, time }: CellWriters,
): { readonly head: string[]; readonly rows: string[][] } {
  const labels = new Map(conditions.map(({ id, label }) => [id, label]));
  return {
    head: columns.map(({ head }) => head),
    rows: responses.map((finding) => {
      const experiment = labels.get(finding.condition) ?? finding.condition;
      return columns
        .map(({ cell }) => cell(finding, experiment))
        .map((cell) => (typeof cell === 'object' ? time(cell) : text(String(cell))));
    }),
  };
}
