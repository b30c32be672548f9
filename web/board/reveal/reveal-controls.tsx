import { useEffect } from 'react';
import { useTexts } from '../../shared/use-texts';
import { showTexts } from '../../texts/board-show';
import type { Reveal, RevealMove } from './reveal-state';
import type { RevealStep } from './reveal-steps';

interface RevealControlsProps {
  readonly reveal: Reveal;
  readonly steps: readonly RevealStep[];
  /** The same function as long as the page lives: a step is timed from when it began. */
  readonly onMove: (move: RevealMove) => void;
}

/** What keys do while the reveal runs; a presenter's remote control sends the page keys. */
const keys: Readonly<Record<string, RevealMove>> = {
  ' ': 'toggle',
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  Home: 'again',
  End: 'skip',
  Escape: 'skip',
};

/** Runs the reveal on, and lets it be stepped, paused, skipped and shown again. */
export function RevealControls({ reveal, steps, onMove }: RevealControlsProps) {
  const texts = useTexts(showTexts);
  const running = reveal.stage === 'running' ? reveal : undefined;
  const playingMs = running?.playing ? steps[running.step]?.ms : undefined;

  useEffect(() => {
    if (playingMs === undefined) return undefined;
    const timer = setTimeout(() => onMove('elapsed'), playingMs);
    return () => clearTimeout(timer);
  }, [playingMs, running?.step, onMove]);

  useEffect(() => {
    if (running === undefined) return undefined;
    const press = (event: KeyboardEvent): void => {
      const move = keys[event.key];
      const target = event.target instanceof Element ? event.target : undefined;
      if (move === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      if (target?.closest('select, input') || (event.key === ' ' && target?.closest('button'))) return;
      event.preventDefault();
      onMove(move);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [running, onMove]);

  if (running === undefined) return <button onClick={() => onMove('again')}>{texts.again}</button>;
  return (
    <>
      <button onClick={() => onMove('back')} disabled={running.step === 0}>
        {texts.back}
      </button>
      <button onClick={() => onMove('toggle')}>{running.playing ? texts.pause : texts.play}</button>
      <button onClick={() => onMove('next')}>{texts.next}</button>
      <button onClick={() => onMove('skip')}>{texts.skip}</button>
      <span className="dock-words">{texts.step(running.step + 1, steps.length)}</span>
      <span className="dock-words dock-quiet">{texts.keys}</span>
    </>
  );
}
