import { room } from '../../postmortem/markup';
import type { Report } from '../report';
import type { Part } from './parts';

/** Questions for whoever was there, those of this day first, with room to write. */
export const retrospectivePart = (report: Report): Part => ({
  id: 'retrospective',
  title: 'Retrospective',
  about: 'Ask everybody who was there, without blame: good people did what made sense to them at that moment.',
  content: [...questionsOfTheDay(report), ...QUESTIONS].map(room).join(''),
});

const QUESTIONS = [
  'What surprised you most?',
  'What told you first that something was wrong: an alarm, a graph, or a customer?',
  'What did you look for and could not find?',
  'Who decided, and did everybody know?',
  'What will you change in your own systems, who owns it, and by when?',
  'Which experiment do we repeat the next time, and which one is missing?',
  'What should the organizers do differently?',
];

/** What the records make one ask. */
function questionsOfTheDay({ experiments, editions, coverage }: Report): readonly string[] {
  const { figures } = editions.at(-1)!;
  const title = (index: number): string => experiments[index]?.card?.title ?? experiments[index]!.experiment;
  const unseen = experiments.flatMap(({ felt, firstToDetect }, index) =>
    felt > 0 && firstToDetect === null ? [index] : [],
  );
  const refuted = experiments.flatMap(({ outcomes }, index) =>
    outcomes.some(({ hypothesis }) => hypothesis === 'refuted') ? [index] : [],
  );
  const gap = coverage.find(({ state }) => state === 'no experiment');
  return [
    ...unseen.map(
      (index) => `“${title(index)}” was felt by customers, and nobody declared it. What would have shown it?`,
    ),
    ...refuted.map((index) => `“${title(index)}” did more harm than expected. What did we believe that is not so?`),
    ...(figures.falseAlarms > 0 ? ['What looked like an incident and was none?'] : []),
    ...(figures.incidents > figures.declared
      ? [
          `${figures.incidents - figures.declared} of ${figures.incidents} incidents were never declared. What kept us from saying so?`,
        ]
      : []),
    ...(gap === undefined
      ? []
      : [`Nothing tries ${gap.failureClass}, which has hurt us before. How could we try it safely?`]),
  ];
}
