import { causesOf } from '../core/incidents/causes';
import type { Incident, TeamIncidents } from '../core/incidents/incident';
import { median } from './median';

/** A time of an incident beside those of the event's other teams. Seconds. */
export interface PeerTimes {
  readonly kind: 'detect' | 'acknowledge' | 'recover';
  /** Null when it never came to that. */
  readonly own: number | null;
  /** Of those incidents of others that came to it; null when none did. */
  readonly median: number | null;
  readonly best: number | null;
  /** Incidents of others that it is compared with, and how many of them came to it. */
  readonly compared: number;
  readonly reached: number;
}

/**
 * The incidents that one is compared with: those of other teams of which the same experiment is the likeliest cause, or without a cause all
 * of other teams.
 */
export function peersOf(incident: Incident, teams: readonly TeamIncidents[]): readonly Incident[] {
  const others = teams.flatMap(({ team, incidents }) => (team === incident.team ? [] : incidents));
  const [likeliest] = causesOf(incident);
  if (likeliest === undefined) return others;
  return others.filter((other) => causesOf(other)[0]?.experiment === likeliest.experiment);
}

/** An incident's times beside those of its peers. */
export const peerTimes = (incident: Incident, peers: readonly Incident[]): readonly PeerTimes[] => {
  const times = (kind: PeerTimes['kind'], of: (each: Incident) => number | null): PeerTimes => {
    const reached = peers.flatMap((each) => of(each) ?? []);
    return {
      kind,
      own: of(incident),
      median: median(reached),
      best: reached.length === 0 ? null : Math.min(...reached),
      compared: peers.length,
      reached: reached.length,
    };
  };
  return [
    times('detect', ({ secondsToDetect }) => secondsToDetect),
    times('acknowledge', ({ secondsToAcknowledge }) => secondsToAcknowledge),
    times('recover', ({ secondsToRecover }) => secondsToRecover),
  ];
};
