import type { Refunds } from '../score/refunds';
import type { Message } from './messages';
import type { RunWindow } from './run-windows';

/** An impact with what the team said about it and what was done to the team meanwhile. Instants are event time. */
export interface Incident {
  readonly team: string;
  /** Its place among the team's, from 1. */
  readonly number: number;
  /** Start of the first bad round: the first failed request lies in that round. */
  readonly startSeconds: number;
  /** Start of the first of two consecutive good rounds; null while open. */
  readonly endSeconds: number | null;
  /** The first alarm about it and when it rang; null when none did. May be before the start. */
  readonly firstAlarm: { readonly alarm: string; readonly atSeconds: number } | null;
  /** When the team declared it; null when it did not. May be before the start. */
  readonly declaredAtSeconds: number | null;
  /** The team's first update or resolution after its declaration; null without one. */
  readonly acknowledgedAtSeconds: number | null;
  /** When the team called it resolved, for the last time; null when it did not. */
  readonly resolvedAtSeconds: number | null;
  /** From start to the first alarm, at least 0. */
  readonly secondsToAlarm: number | null;
  /** From start to declaration, at least 0. */
  readonly secondsToDetect: number | null;
  /** From declaration to acknowledgement. */
  readonly secondsToAcknowledge: number | null;
  /** From start to end. */
  readonly secondsToRecover: number | null;
  /** Points that it cost, and what was given back of them. */
  readonly loss: number;
  readonly refunds: Refunds;
  /** Everything that the team said about it, oldest first. */
  readonly messages: readonly Message[];
  readonly suspects: readonly Suspect[];
}

/** A run that was under way during an incident. */
export interface Suspect extends RunWindow {
  /** `cause`: it was there in the first bad round. `aggravation`: it came when customers suffered already. */
  readonly role: 'cause' | 'aggravation';
}

/** What one team went through. */
export interface TeamIncidents {
  readonly team: string;
  readonly incidents: readonly Incident[];
  readonly falseAlarms: readonly FalseAlarm[];
  /** What the team said while there was nothing to say it about, or while nobody can tell yet what it belongs to. */
  readonly unattached: readonly Message[];
}

/** A declaration that belongs to no impact. */
export interface FalseAlarm {
  readonly atSeconds: number;
  /** Below 0, or 0 where nothing was planned. */
  readonly points: number;
  /** The declaration, and what was said after it. */
  readonly messages: readonly Message[];
}
