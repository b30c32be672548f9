import { dataTable } from '../../postmortem/markup';
import { whole } from '../../postmortem/words';
import type { ClassCoverage } from '../../workshop/coverage';
import type { Part } from './parts';

/** Failure classes, gaps first. */
export function classesPart(coverage: readonly ClassCoverage[]): Part {
  const hasPast = coverage.some(({ incidents }) => incidents > 0);
  const past = ({ incidents, minutesToRecover, unknown }: ClassCoverage): string[] => [
    String(incidents),
    `${whole(minutesToRecover)}${unknown === 0 ? '' : ` and ${unknown} unknown`}`,
  ];
  return {
    id: 'classes',
    title: 'Failure classes',
    about: hasPast
      ? 'What went wrong in the past, against what is tried on purpose. Gaps come first: prepare those for the next time.'
      : 'What is tried on purpose, by why things break. Past incidents of your own, if you import them, show the gaps.',
    content: dataTable(
      'classes',
      [
        'Failure class',
        ...(hasPast ? ['Past incidents', 'Minutes to recover'] : []),
        'Experiments',
        'Played',
        ...(hasPast ? ['State'] : []),
      ],
      coverage.map((each) => [
        each.failureClass,
        ...(hasPast ? past(each) : []),
        String(each.experiments.length),
        each.played.map(({ edition, experiments }) => `${edition}: ${experiments.join(', ')}`).join('; ') || '–',
        ...(hasPast ? [each.state] : []),
      ]),
    ),
  };
}
