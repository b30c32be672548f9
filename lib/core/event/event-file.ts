import { draftOf } from './event-draft';
import type { GameDayEvent } from './event';
import { inOrder, shapeComplaints, valueAt, type Complaint, type Mistake } from './event-mistakes';
import { filledEvent } from './event-defaults';
import { eventRules, type Catalogue } from './event-rules';
import { eventFileSchema } from './event-schema';
import { readYaml } from './yaml-text';

/** The text of an event file, parsed as far as it could be. */
export interface EventText {
  /** The scenario that the file names; undefined when it names none. */
  readonly scenario: string | undefined;
  /** Something that only the scenario's card can fill in is left out. */
  readonly needsCard: boolean;
  /** The event, or everything that is wrong with the file, in order of lines. */
  resolve(catalogue?: Catalogue): Resolution;
}

export type Resolution =
  { readonly ok: true; readonly event: GameDayEvent } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/**
 * Reads an event file. Total: whatever the text is, the answer is an event or mistakes.
 * @param text YAML 1.2
 */
export function readEventText(text: string): EventText {
  const { content, mistakes, place } = readYaml(text);
  const scenario = valueAt(content, ['scenario']);

  return {
    scenario: typeof scenario === 'string' ? scenario : undefined,
    needsCard: ['traffic', 'weaknesses'].some((key) => valueAt(content, [key]) === undefined),
    resolve(catalogue) {
      const found = [...mistakes, ...(content === undefined ? [] : complaints(content, catalogue).map(place))];
      if (found.length > 0) return { ok: false, mistakes: inOrder(found) };
      return { ok: true, event: filledEvent(eventFileSchema.parse(content), catalogue?.card) };
    },
  };
}

function complaints(content: unknown, catalogue: Catalogue | undefined): readonly Complaint[] {
  if (content === null) {
    return [
      { path: [], what: 'The file is empty', fix: 'Write an example to start from with `npx gameday event new FILE`.' },
    ];
  }
  if (typeof content !== 'object' || Array.isArray(content)) {
    return [
      {
        path: [],
        what: `The file holds ${Array.isArray(content) ? 'a list' : 'plain text'}, not an event`,
        fix: 'Write keys such as `name: Spring GameDay`, or start from `npx gameday event new FILE`.',
      },
    ];
  }
  const draft = draftOf(content);
  return [...shapeComplaints(eventFileSchema, content), ...eventRules.flatMap((rule) => rule(draft, catalogue))];
}
