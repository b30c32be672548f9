import { lasting, percent } from '../postmortem/words';
import type { Figures } from './figures';
import type { EditionReport } from './report';

/** Something that editions are compared by. */
export interface Measure {
  readonly title: string;
  /** One for each edition, in their order. */
  readonly values: readonly MeasuredValue[];
  /** This time against the last: null where one of both is not known. */
  readonly change: Change | null;
}

export interface MeasuredValue {
  /** Null when nobody can tell. */
  readonly value: number | null;
  readonly text: string;
  /** No other edition did better, and one did worse. */
  readonly isBest: boolean;
}

export interface Change {
  /** The newest value less the one before it, both as they are shown: what people can work out from them themselves. */
  readonly by: number;
  readonly verdict: 'better' | 'worse' | 'the same';
  readonly text: string;
}

interface Kind {
  readonly title: string;
  readonly better: 'less' | 'more';
  readonly unit: 'seconds' | 'share' | 'count';
  readonly value: (figures: Figures) => number | null;
  /** What stands beside the value. */
  readonly of?: (figures: Figures) => string;
}

const kinds: readonly Kind[] = [
  {
    title: 'Time to notice (median)',
    better: 'less',
    unit: 'seconds',
    value: ({ secondsToDetect }) => secondsToDetect.median,
  },
  {
    title: 'Time to recover (median)',
    better: 'less',
    unit: 'seconds',
    value: ({ secondsToRecover }) => secondsToRecover.median,
  },
  {
    title: 'Incidents that were declared',
    better: 'more',
    unit: 'share',
    value: ({ declared, incidents }) => shareOf(declared, incidents),
    of: ({ declared, incidents }) => `${declared} of ${incidents}`,
  },
  { title: 'Declarations that were wrong', better: 'less', unit: 'count', value: ({ falseAlarms }) => falseAlarms },
  {
    title: 'Requests served well',
    better: 'more',
    unit: 'share',
    value: ({ requests }) => shareOf(requests.good, requests.measured),
  },
  {
    title: 'Time in which customers were not served well',
    better: 'less',
    unit: 'share',
    value: ({ badSeconds, checkedSeconds }) => shareOf(badSeconds, checkedSeconds),
  },
  {
    title: 'Hypotheses that held',
    better: 'more',
    unit: 'share',
    value: ({ hypotheses: { held, refuted } }) => shareOf(held, held + refuted),
    of: ({ hypotheses: { held, refuted } }) => `${held} of ${held + refuted}`,
  },
  {
    title: 'Weaknesses repaired',
    better: 'more',
    unit: 'share',
    value: ({ weaknesses: { planted, repaired } }) => shareOf(repaired, planted),
    of: ({ weaknesses: { planted, repaired } }) => `${repaired} of ${planted}`,
  },
  {
    title: 'Post-mortems filled in',
    better: 'more',
    unit: 'share',
    value: ({ postMortems }) => postMortems.completeness,
    of: ({ postMortems, incidents }) => `${postMortems.written} of ${incidents} begun`,
  },
];

/** Editions beside each other. @param editions oldest first */
export const comparisonOf = (editions: readonly EditionReport[]): readonly Measure[] =>
  kinds.map((kind) => measureOf(kind, editions));

function measureOf(kind: Kind, editions: readonly EditionReport[]): Measure {
  const values = editions.map(({ figures }) => kind.value(figures));
  const known = values.flatMap((value) => value ?? []);
  const best = kind.better === 'less' ? Math.min(...known) : Math.max(...known);
  const differ = known.some((value) => value !== best);
  const [before, now] = [values.at(-2), values.at(-1)];
  return {
    title: kind.title,
    values: editions.map(({ figures }, index) => {
      const value = values[index] ?? null;
      const more = kind.of === undefined ? '' : ` (${kind.of(figures)})`;
      return { value, text: value === null ? '–' : `${shown(kind, value)}${more}`, isBest: differ && value === best };
    }),
    change: before == null || now == null ? null : changeOf(kind, asShown(kind, now) - asShown(kind, before)),
  };
}

function changeOf(kind: Kind, by: number): Change {
  if (Math.abs(by) < 1e-9) return { by: 0, verdict: 'the same', text: 'the same' };
  const verdict = by < 0 === (kind.better === 'less') ? 'better' : 'worse';
  const size =
    kind.unit === 'share' ? `${(Math.abs(by) * 100).toFixed(1)} percentage points` : shown(kind, Math.abs(by));
  return { by, verdict, text: `${size} ${by < 0 ? 'less' : 'more'}: ${verdict}` };
}

/** Whole seconds, and shares to a tenth of a percent, rounded down as `percent` does it. */
function asShown({ unit }: Kind, value: number): number {
  if (unit === 'seconds') return Math.round(value);
  return unit === 'share' ? Math.floor(value * 1000) / 1000 : value;
}

function shown({ unit }: Kind, value: number): string {
  if (unit === 'seconds') return lasting(value);
  return unit === 'share' ? percent(value) : String(value);
}

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
