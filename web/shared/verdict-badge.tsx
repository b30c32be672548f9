import type { ReactNode } from 'react';
import type { Verdict } from '../../lib/core/score/verdict';
import { sharedTexts } from '../texts/shared';
import { useTexts } from './use-texts';
import './verdict-badge.css';

const shapes: Readonly<Record<Verdict, ReactNode>> = {
  ok: (
    <>
      <circle cx="12" cy="12" r="10" />
      <path className="verdict-sign" d="M7 12.5l3.5 3.5L17 8.5" />
    </>
  ),
  degraded: (
    <>
      <path d="M12 2L23 21.5H1z" />
      <path className="verdict-sign" d="M12 9v6M12 18v.6" />
    </>
  ),
  faulty: (
    <>
      <path d="M12 1l11 11-11 11L1 12z" />
      <path className="verdict-sign" d="M7.5 10h9M7.5 14h9M14.5 7l-5 10" />
    </>
  ),
  down: (
    <>
      <rect x="2" y="2" width="20" height="20" rx="2" />
      <path className="verdict-sign" d="M7 7l10 10M17 7L7 17" />
    </>
  ),
  unchecked: <circle className="verdict-hollow" cx="12" cy="12" r="9.5" />,
};

/** A verdict three times over, by shape, word and colour, so that nobody needs the colour. */
export function VerdictBadge({ verdict, impact, declared }: VerdictBadgeProps) {
  const texts = useTexts(sharedTexts);
  return (
    <span className={`verdict verdict-${verdict}`}>
      <svg className="verdict-shape" viewBox="0 0 24 24" aria-hidden="true">
        {shapes[verdict]}
      </svg>
      <span className="verdict-word">{texts[verdict]}</span>
      {impact === undefined ? null : <span className="verdict-impact">{impact}</span>}
      {declared ? (
        <svg className="verdict-declared" viewBox="0 0 24 24" role="img" aria-label={texts.declared}>
          <path d="M5 22V3h13l-3 5 3 5H5" />
        </svg>
      ) : null}
    </span>
  );
}

interface VerdictBadgeProps {
  readonly verdict: Verdict;
  /** How long the open impact has lasted; undefined when there is none. */
  readonly impact: string | undefined;
  readonly declared: boolean;
}
