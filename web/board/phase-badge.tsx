import type { Clock } from '../../lib/core/view/snapshot';
import type { Freshness } from './freshness';

interface PhaseBadgeProps {
  readonly phase: Clock['phase'];
  readonly freshness: Freshness;
  readonly speed: number;
}

const words: Readonly<Record<Clock['phase'], string>> = {
  waiting: 'Waiting',
  running: 'Live',
  paused: 'Paused',
  ended: 'Ended',
  closed: 'Closed',
};

/** Where the event is; a rehearsal that runs faster than real time says so. */
export function PhaseBadge({ phase, freshness, speed }: PhaseBadgeProps) {
  const stale = freshness.state === 'stale';
  return (
    <p className={`phase phase-${stale ? 'stale' : phase}`}>
      <span className="phase-dot" />
      {stale ? 'Stale' : words[phase]}
      {speed > 1 && phase === 'running' ? <span className="phase-speed">{speed}× real time</span> : null}
    </p>
  );
}
