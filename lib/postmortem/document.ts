import type { Figure, PostMortem } from './draft';
import type { Graph } from './graph';
import type { PeerTimes } from './peers';
import type { TimelineItem } from './timeline';
import { lasting } from './words';

/** A part of a post-mortem, whatever it is shown as. All of it is plain text. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | {
      readonly kind: 'table' | 'actions';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'timeline'; readonly items: readonly TimelineItem[] }
  | { readonly kind: 'graph'; readonly graph: Graph }
  /** To be filled in by people. */
  | { readonly kind: 'blank'; readonly prompt: string };

/** Rows for people to fill in. */
const ACTION_ROWS = 5;

/** The parts of a post-mortem, in the order in which it is read. */
export const sectionsOf = (draft: PostMortem): readonly Section[] => [
  {
    title: 'Summary',
    blocks: [{ kind: 'text', text: draft.summary.join(' ') }, blank('What happened, in your own words')],
  },
  {
    title: 'Impact',
    blocks: [
      { kind: 'graph', graph: draft.graph },
      { kind: 'figures', figures: draft.figures },
      blank('What it meant for customers and for the business'),
    ],
  },
  {
    title: 'Timeline',
    blocks: [
      { kind: 'timeline', items: draft.timeline },
      blank(
        draft.timeline.some(({ kind }) => kind === 'alarm')
          ? 'What you did, which is not in the records. Who saw the alarm, and when?'
          : 'Alarms and what you did: neither is in the records. When did an alarm ring, and who saw it?',
      ),
    ],
  },
  {
    title: 'Detection and recovery',
    blocks: [
      { kind: 'table', head: TIMES_HEAD, rows: draft.times.map(timesRow) },
      {
        kind: 'text',
        text: `Compared with ${draft.comparedWith} Detection and recovery count from the start of the impact.`,
      },
      blank('How was it noticed, and what would have shown it sooner?'),
    ],
  },
  {
    title: 'Root cause',
    blocks: [
      ...draft.causes.flatMap(({ title, details }): Block[] => [
        { kind: 'heading', text: title },
        { kind: 'figures', figures: details },
      ]),
      ...draft.causeNotes.map((text): Block => ({ kind: 'text', text })),
      blank('Why could this hurt? Ask why until the answer is something you can change'),
    ],
  },
  { title: 'What went well', blocks: [{ kind: 'list', items: draft.wentWell }, blank('And what else')] },
  { title: 'What did not', blocks: [{ kind: 'list', items: draft.wentBadly }, blank('And what else')] },
  { title: 'Where we were lucky', blocks: [blank('What could have made it worse')] },
  {
    title: 'Action items',
    blocks: [
      {
        kind: 'text',
        text: 'Each with one owner and a date. Kind: prevents it, detects it sooner, or makes it hurt less.',
      },
      {
        kind: 'actions',
        head: ['#', 'Action', 'Kind', 'Owner', 'Due'],
        rows: Array.from({ length: ACTION_ROWS }, (_, row) => [String(row + 1), '', '', '', '']),
      },
    ],
  },
];

const blank = (prompt: string): Block => ({ kind: 'blank', prompt });

const TIMES_HEAD = ['', 'This team', 'Median of others', 'Best of others', 'Others that did'];

const timesWords: Readonly<Record<PeerTimes['kind'], string>> = {
  detect: 'Time to detect',
  acknowledge: 'Time from declaration to first update',
  recover: 'Time to recover',
};

const timesRow = ({ kind, own, median, best, compared, reached }: PeerTimes): string[] => [
  timesWords[kind],
  own === null ? (kind === 'recover' ? 'still open' : 'never') : lasting(own),
  median === null ? '–' : lasting(median),
  best === null ? '–' : lasting(best),
  `${reached} of ${compared}`,
];
