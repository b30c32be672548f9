/** How a team fared in a round. `unchecked` is the organizer's failure and never the team's loss. */
export type Verdict = 'ok' | 'degraded' | 'faulty' | 'down' | 'unchecked';
