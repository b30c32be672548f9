import { useTexts } from '../../shared/use-texts';
import { clockWords } from '../../shared/words';
import { showTexts } from '../../texts/board-show';
import type { Rewind } from './use-rewind';

interface RewindControlsProps {
  readonly rewind: Rewind;
  readonly roundSeconds: number;
  /** The latest moment that may be looked at. */
  readonly lastSeconds: number;
}

/** A scrubber over the event, a replay, and the way back to now. */
export function RewindControls({ rewind, roundSeconds, lastSeconds }: RewindControlsProps) {
  const texts = useTexts(showTexts);
  const { wanted, playing, failed } = rewind;
  const at = Math.min(wanted ?? lastSeconds, lastSeconds);
  return (
    <>
      <button onClick={rewind.toggle} disabled={lastSeconds === 0}>
        {playing ? texts.pause : wanted === undefined ? texts.replay : texts.play}
      </button>
      <input
        type="range"
        className="scrubber"
        aria-label={texts.rewind}
        aria-valuetext={clockWords(at)}
        min={0}
        max={lastSeconds}
        step={roundSeconds}
        value={at}
        onChange={({ target }) => rewind.goTo(Number(target.value))}
      />
      <span className="dock-words">{clockWords(at)}</span>
      <button onClick={rewind.toLive} disabled={wanted === undefined}>
        {texts.toLive}
      </button>
      {failed ? (
        <span className="dock-words" role="status">
          {texts.rewindFailed}
        </span>
      ) : null}
    </>
  );
}
