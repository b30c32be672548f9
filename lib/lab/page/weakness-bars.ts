import type { WeaknessFinding } from '../findings/weakness-finding';
import type { LabReport } from '../report';
import { escaped, percent, place, whole } from './markup';
import { scaleOf } from './scale';

/** A bar for each weakness, the dearest first: its mean loss, a whisker from the least to the most, and what it is about. */
export function weaknessBars({ weaknesses, conditions, seeds }: LabReport): string {
  const most = Math.max(1, ...weaknesses.map(({ spread }) => spread.most));
  const label = new Map(conditions.map((condition) => [condition.id, condition.label]));
  const x = scaleOf(Math.min(0, ...weaknesses.map(({ spread }) => spread.least)), most);
  return weaknesses
    .toSorted((a, b) => b.share - a.share)
    .map((weakness) => weaknessRow(weakness, x, (id) => label.get(id) ?? id, seeds))
    .join('');
}

function weaknessRow(
  weakness: WeaknessFinding,
  x: (value: number) => number,
  labelOf: (condition: string) => string,
  seeds: number,
): string {
  const { id, title, failureClass, symptom, exposedBy, repair, spread, share, under } = weakness;
  const [from, to] = [x(Math.min(0, spread.mean)), x(Math.max(0, spread.mean))];
  const where = under
    .filter(({ lost }) => lost >= 0.5)
    .slice(0, 4)
    .map(({ condition, lost }) => `<li>${escaped(labelOf(condition))}: ${whole(lost)} points</li>`)
    .join('');
  return (
    `<details class="row"><summary><span class="name">${escaped(title)} <code>${escaped(id)}</code></span>` +
    `<svg viewBox="0 0 1000 20" preserveAspectRatio="none" role="img" aria-label="${whole(spread.mean)} points lost">` +
    `<rect class="bar" x="${place(from)}" y="3" width="${place(to - from)}" height="14"/>` +
    `<path class="whisker" d="M${place(x(spread.least))} 10H${place(x(spread.most))}"/></svg>` +
    `<span class="figure">${percent(share)}</span></summary>` +
    `<dl><dt>Points lost</dt><dd>${whole(spread.mean)} in the mean, ${whole(spread.least)} to ${whole(spread.most)}; ` +
    `1 % or more in ${weakness.seeds} of ${seeds} seeds</dd>` +
    `<dt>Mostly under</dt><dd><ul>${where === '' ? '<li>nothing</li>' : where}</ul></dd>` +
    described('Class', failureClass) +
    described('Symptom', symptom) +
    described('Exposed by', exposedBy) +
    described('Repair', repair) +
    `</dl></details>`
  );
}

const described = (term: string, text: string): string => `<dt>${term}</dt><dd>${escaped(text)}</dd>`;
