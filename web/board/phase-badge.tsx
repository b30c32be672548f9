import type { Clock } from '../../lib/core/view/snapshot';
import { useTexts } from '../shared/use-texts';
import { boardTexts } from '../texts/board';
import type { Freshness } from './freshness';

interface PhaseBadgeProps {
  readonly phase: Clock['phase'];
  readonly freshness: Freshness;
  readonly speed: number;
  /** What is shown is an earlier moment. */
  readonly rewound: boolean;
}

/** Where the event is; a rehearsal that runs faster than real time says so. */
export function PhaseBadge({ phase, freshness, speed, rewound }: PhaseBadgeProps) {
  const texts = useTexts(boardTexts);
  const stale = freshness.state === 'stale';
  return (
    <p className={`phase phase-${stale ? 'stale' : rewound ? 'rewound' : phase}`}>
      <span className="phase-dot" />
      {stale ? texts.stale : rewound ? texts.rewound : texts[phase]}
      {speed > 1 && phase === 'running' ? <span className="phase-speed">{texts.timesRealTime(speed)}</span> : null}
    </p>
  );
}
