import { experimentSchema, type ExperimentCard } from '../core/experiments/experiment';

/** What a text begins with that its author has yet to write. */
const MARK = 'FILL IN:';

/** A text that says what is to be written in its place, as long as a card takes it. */
export const toFillIn = (what: string): string => `${MARK} ${what}`.slice(0, 300);

/** Where in a card texts are still to be written, such as `kickOff.story`. */
export function unfilled(card: ExperimentCard): readonly string[] {
  const marked = (value: unknown, path: readonly string[]): string[] => {
    if (typeof value === 'string') return value.includes(MARK) ? [path.join('.')] : [];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, each]) => marked(each, [...path, key]));
  };
  return marked(card, []);
}

/** A file of a scenario's experiments, and what it exports. */
export interface ExperimentFile {
  /** Path within the scenario's folder. */
  readonly path: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** What keeps experiments that somebody began from being ready, a line each. @param listed ids of the scenario's own experiments */
export const unfinished = (files: readonly ExperimentFile[], listed: readonly string[]): readonly string[] =>
  files.flatMap(({ path, exports }) =>
    Object.values(exports).flatMap((value) => {
      const { data: card } = experimentSchema.safeParse(value);
      if (card === undefined) return [];
      const places = unfilled(card);
      return [
        ...(places.length === 0 ? [] : [`${path} is a draft: ${places.join(', ')} are to be filled in`]),
        ...(listed.includes(card.id)
          ? []
          : [`${path} is not among the experiments of the scenario: list ${card.id} there`]),
      ];
    }),
  );
