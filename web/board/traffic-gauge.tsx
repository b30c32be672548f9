import { useTexts } from '../shared/use-texts';
import { useWords } from '../shared/use-words';
import { boardTexts } from '../texts/board';
import type { TrafficView } from './view';

const WIDTH = 120;
const HEIGHT = 32;

/** Planned traffic now, and its course over the whole event with now marked in it. */
export function TrafficGauge({ traffic }: { readonly traffic: TrafficView }) {
  const texts = useTexts(boardTexts);
  const words = useWords();
  const now = traffic.now * WIDTH;
  return (
    <div className="traffic-gauge">
      <p className="traffic-now">
        <span className="traffic-rate">{words.rate(traffic.stepsPerSecond)}</span>
        <span className="label">{texts.stepsPerSecond}</span>
      </p>
      <svg className="traffic-plan" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path className="traffic-ahead" d={area(traffic.plan)} />
        <clipPath id="traffic-past">
          <rect width={now} height={HEIGHT} />
        </clipPath>
        <path className="traffic-past" d={area(traffic.plan)} clipPath="url(#traffic-past)" />
        <line className="traffic-mark" x1={now} x2={now} y1={0} y2={HEIGHT} />
      </svg>
    </div>
  );
}

function area(plan: readonly number[]): string {
  const most = Math.max(...plan, Number.MIN_VALUE);
  const step = WIDTH / Math.max(plan.length - 1, 1);
  const top = plan.map((rate, i) => `L${(i * step).toFixed(2)} ${(HEIGHT - (rate / most) * (HEIGHT - 2)).toFixed(2)}`);
  return `M0 ${HEIGHT}${top.join('')}L${WIDTH} ${HEIGHT}Z`;
}
