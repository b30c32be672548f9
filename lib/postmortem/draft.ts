import type { Graph } from './graph';
import type { PeerTimes } from './peers';
import type { TimelineItem } from './timeline';

/**
 * A post-mortem as far as the records of an event can write it; what only people know is left to fill in. Everything is plain text, also
 * what teams wrote: whoever shows it makes it safe.
 */
export interface PostMortem {
  readonly title: string;
  /** The event and its clock, in a line. */
  readonly about: string;
  /** Sentences. */
  readonly summary: readonly string[];
  readonly figures: readonly Figure[];
  readonly graph: Graph;
  readonly timeline: readonly TimelineItem[];
  readonly times: readonly PeerTimes[];
  /** Which incidents the times are compared with, and how others fared: sentences. */
  readonly comparedWith: string;
  readonly causes: readonly Cause[];
  /** Why no cause is named, or what else is to be known of the causes: sentences. */
  readonly causeNotes: readonly string[];
  readonly wentWell: readonly string[];
  readonly wentBadly: readonly string[];
}

/** A number of the incident, in words. */
export interface Figure {
  readonly label: string;
  readonly value: string;
}

/** An experiment that may have begun the incident. */
export interface Cause {
  readonly title: string;
  /** What its card says of it, and what became of it. */
  readonly details: readonly Figure[];
}
