import { formatDuration } from '../../core/event/durations';
import type { LabReport } from '../report';
import { profileIds } from '../variants';
import { escaped, section, whole } from './markup';
import { playerPlot } from './player-plot';
import { style } from './style';
import { lossTable, notModelledTable, responseTable } from './tables';
import { timeline } from './timeline';
import { verdictList } from './verdict-list';
import { weaknessBars } from './weakness-bars';

/** The report as a page of its own: no script, nothing from elsewhere, readable from a file. */
export function labPage(report: LabReport): string {
  const strategies = report.players.filter(({ kind }) => kind === 'strategy').map(({ id }) => id);
  const parts = [
    section('Verdicts', 'What a fair scenario promises, and whether this one keeps it.', verdictList(report)),
    section(
      'What each weakness costs',
      'Mean points lost when it alone is left in and nobody does anything, as a share of a clean team’s points; the whisker goes from the least to the most of all seeds. Open a line for where it hurts and how it is repaired.',
      weaknessBars(report),
    ),
    section(
      'How teams fare',
      'Points of a whole event: a stroke for each seed, a box from the lower to the upper quartile, the median as a bold stroke, the mean at the right. Orange is what must not pay.',
      playerPlot(report),
    ),
    section(
      'When teams of different skill earn',
      `Mean points of each minute. Bands are, with the ten minutes after them: ${bandNames(report)}.`,
      timeline(report, ['clean', ...profileIds]),
    ),
    section('When tricks earn', 'The same for what must not pay.', timeline(report, strategies)),
    section(
      'How soon teams detect and recover',
      'Impacts that started while an experiment was felt, over all seeds; times are medians. “Unharmed” are games without any, “down before” those that were in one already.',
      responseTable(report),
    ),
    section('Where each weakness hurts', 'Mean points lost under each condition.', lossTable(report)),
    section(
      'Not modelled',
      'Resources of the stack whose behaviour the arena does not have, and what it assumes of them.',
      notModelledTable(report),
    ),
  ];
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<title>Lab: ${escaped(report.title)}</title><style>${style}</style></head><body><main>${heading(report)}${parts.join('')}</main></body></html>\n`
  );
}

const bandNames = ({ conditions }: LabReport): string => {
  const labels = conditions.flatMap(({ kind, label }) => (kind === 'traffic' ? [] : [label]));
  return labels.length === 0 ? 'none' : labels.join(', ');
};

function heading({ title, scenario, event, seeds, firstSeed, games, passed, verdicts }: LabReport): string {
  const broken = verdicts.filter((verdict) => !verdict.passed).length;
  const badge = passed
    ? 'every verdict is kept'
    : broken === 1
      ? 'a verdict is broken'
      : `${broken} verdicts are broken`;
  return (
    `<h1>${escaped(title)}</h1><span class="badge ${passed ? 'kept' : 'broken'}">${badge}</span>` +
    `<p class="lead">Scenario <code>${escaped(scenario)}</code>, ${games} games of “${escaped(event.name)}” ` +
    `(${formatDuration(event.durationSeconds)}, ${whole(event.plannedSteps)} planned steps): ` +
    `every way to play under each of ${seeds} seeds, from ${firstSeed} on.</p>`
  );
}
