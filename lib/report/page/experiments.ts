import type { ExperimentEffect, ExperimentOutcome } from '../../core/incidents/outcomes';
import type { HypothesisVerdict } from '../../core/incidents/hypothesis';
import { dataTable, figureList, paragraph, picture } from '../../postmortem/markup';
import { counted, lasting, percent, whole } from '../../postmortem/words';
import type { Edition } from '../edition';
import type { ExperimentReport } from '../experiment-report';
import { nameOf } from '../team-report';
import { barsSvg, type Bar } from './bars-svg';
import { clock, entry, time, type Part } from './parts';

/** What was tried, a piece for each experiment. */
export const experimentsPart = (edition: Edition, reports: readonly ExperimentReport[]): Part => ({
  id: 'experiments',
  title: 'What was tried',
  about:
    'An experiment breaks something on purpose for a while. Times count from the moment in which it struck. A hypothesis says what a sound architecture makes of it.',
  content: reports.map((report) => experimentEntry(edition, report)).join(''),
});

const experimentEntry = (edition: Edition, report: ExperimentReport): string =>
  entry(
    `experiment-${report.experiment}`,
    report.card?.title ?? report.experiment,
    cardMarkup(report) +
      paragraph(whatItDid(edition, report)) +
      dataTable(
        'outcomes',
        ['Team', 'Struck at', 'Customers', 'Noticed after', 'Recovered after', 'Hypothesis'],
        report.outcomes.map((outcome) => outcomeRow(edition, outcome)),
      ) +
      timesPicture(edition, report),
  );

function cardMarkup({ card }: ExperimentReport): string {
  if (card === undefined) return paragraph('The scenario has no card of it any more.');
  const { kickOff, failureClass, hypothesis, repair } = card;
  return figureList([
    { label: 'What happened', value: kickOff.story },
    { label: 'What was hit', value: kickOff.target },
    { label: 'Failure class', value: failureClass },
    { label: 'What was expected', value: hypothesis },
    { label: 'What rides it out', value: repair },
    { label: 'Did you know?', value: kickOff.didYouKnow },
  ]).replace('<dl>', '<dl class="words">');
}

function whatItDid(edition: Edition, report: ExperimentReport): string {
  const { struck, felt, requests, bad, firstToDetect } = report;
  if (struck === 0) return 'It struck nobody.';
  const customers =
    felt === 0
      ? 'no customer felt it.'
      : `customers of ${felt === struck ? (struck === 1 ? 'it' : 'all of them') : felt} felt it: of ${whole(requests)} requests in these incidents ` +
        `${whole(bad)} were not served well${requests === 0 ? '' : ` (${percent(bad / requests)})`}.`;
  const noticed =
    firstToDetect === null
      ? felt === 0
        ? ''
        : ' Nobody declared it.'
      : ` First to declare it was ${nameOf(edition, firstToDetect.team)}, after ${lasting(firstToDetect.seconds)}.`;
  return `It struck ${counted(struck, 'team', 'teams')}; ${customers}${noticed}`;
}

const effects: Readonly<Record<ExperimentEffect, string>> = {
  none: 'not struck',
  felt: 'felt it',
  'already suffering': 'suffered before',
  'rode out': 'noticed nothing',
  'unnoticed so far': 'noticed nothing so far',
  unmeasured: 'not measured',
};
const verdicts: Readonly<Record<HypothesisVerdict, string>> = {
  held: 'held',
  refuted: 'did not hold',
  pending: 'not known yet',
  unclear: 'nobody can tell',
  unstated: '–',
};

const outcomeRow = (edition: Edition, outcome: ExperimentOutcome): string[] => [
  nameOf(edition, outcome.team),
  outcome.startedAtSeconds === null ? outcome.state : clock(outcome.startedAtSeconds),
  outcome.reason === null ? effects[outcome.effect] : `refused: ${outcome.reason}`,
  time(outcome.secondsToDetect, outcome.effect === 'felt' ? 'never' : '–'),
  time(outcome.secondsToRecover, outcome.effect === 'felt' ? 'never' : '–'),
  outcome.hypothesis === null ? '–' : verdicts[outcome.hypothesis],
];

function timesPicture(edition: Edition, { outcomes }: ExperimentReport): string {
  const felt = outcomes.filter(
    ({ secondsToDetect, secondsToRecover }) => secondsToDetect !== null || secondsToRecover !== null,
  );
  const bars = felt.flatMap(({ team, secondsToDetect, secondsToRecover }): Bar[] => [
    {
      label: `${nameOf(edition, team)}, notice`,
      value: secondsToDetect,
      text: time(secondsToDetect, 'never'),
      kind: 'notice',
    },
    { label: 'recover', value: secondsToRecover, text: time(secondsToRecover, 'never'), kind: 'recover' },
  ]);
  return bars.length === 0
    ? ''
    : picture(
        barsSvg('Time to notice and to recover', bars),
        'Time to notice and to recover, from the moment in which it struck.',
      );
}
