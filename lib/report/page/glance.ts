import { counted, lasting, percent, whole } from '../../postmortem/words';
import { figureList, paragraph } from '../../postmortem/markup';
import type { GameDayEvent } from '../../core/event/event';
import { measuresCustomers } from '../../core/informed/informed';
import type { EditionReport } from '../report';
import { partOf, time, type Part } from './parts';

/** What happened in four sentences, and its figures. */
export const glancePart = (edition: EditionReport, event: GameDayEvent): Part => ({
  id: 'glance',
  title: 'At a glance',
  about: howMeasured(event),
  content: storyOf(edition).map(paragraph).join('') + figureList(figuresShown(edition)),
});

function howMeasured(event: GameDayEvent): string {
  const within = `within ${event.rules.bands.acceptableMs / 1000} s`;
  return measuresCustomers(event)
    ? `Load balancers counted what real customers got: served well means without an error, and ${within}. How many answers were wrong is estimated from requests of our own beside them.`
    : `Requests of customers were checked one by one: served well means correct, and ${within}.`;
}

function storyOf({ teams, playedSeconds, experiments, figures }: EditionReport): readonly string[] {
  const { requests, incidents, declared, falseAlarms, secondsToDetect, secondsToRecover } = figures;
  const bad = requests.measured - requests.good;
  const sentences = [
    `${counted(teams, 'team', 'teams')} kept a service running for ${lasting(playedSeconds)} while ${experiments === 0 ? 'traffic grew' : `${counted(experiments, 'experiment', 'experiments')} broke things on purpose`}.`,
    bad === 0
      ? 'Customers were served well all the time.'
      : `Of ${whole(requests.measured)} requests ${whole(bad)} would have disappointed a customer (${percent(bad / requests.measured)}): ` +
        `${whole(requests.failed)} got no answer, ${whole(requests.faulty)} a wrong one, ${whole(requests.slow)} one that came late.`,
    incidents === 0
      ? 'There was no incident.'
      : `There were ${counted(incidents, 'incident', 'incidents')}; teams noticed and declared ${declared === incidents ? 'all' : declared} of them` +
        (secondsToDetect.median === null ? '.' : `, half of these within ${lasting(secondsToDetect.median)}.`) +
        (secondsToRecover.median === null
          ? ''
          : ` Half of those that ended were over after ${lasting(secondsToRecover.median)}.`),
    falseAlarms === 0 ? '' : `${counted(falseAlarms, 'alarm was', 'alarms were')} false.`,
  ];
  return [sentences.filter((sentence) => sentence !== '').join(' ')];
}

function figuresShown({ teams, experiments, figures }: EditionReport) {
  const { requests, incidents, declared, falseAlarms, secondsToDetect, secondsToRecover } = figures;
  const { hypotheses, weaknesses, uncheckedRounds } = figures;
  return [
    { label: 'Teams', value: String(teams) },
    { label: 'Experiments tried', value: String(experiments) },
    { label: 'Requests not served well', value: partOf(requests.measured - requests.good, requests.measured) },
    { label: 'Incidents declared', value: `${declared} of ${incidents}` },
    { label: 'False alarms', value: String(falseAlarms) },
    { label: 'Time to notice, median', value: time(secondsToDetect.median) },
    { label: 'Time to recover, median', value: time(secondsToRecover.median) },
    { label: 'Hypotheses that held', value: `${hypotheses.held} of ${hypotheses.held + hypotheses.refuted}` },
    { label: 'Weaknesses repaired', value: `${weaknesses.repaired} of ${weaknesses.planted}` },
    ...(uncheckedRounds === 0 ? [] : [{ label: 'Rounds not measured', value: String(uncheckedRounds) }]),
  ];
}
