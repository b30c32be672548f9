import type { KickOff } from '../../core/informed/kick-offs';
import { dataTable } from '../../postmortem/markup';
import type { Edition } from '../edition';
import { titleOf } from '../team-report';
import { clock, type Part } from './parts';

/** Where the experiments of an informed event ran, and why there. */
export const kickOffsPart = ({ event, cards }: Edition, kickOffs: readonly KickOff[]): Part => ({
  id: 'kick-offs',
  title: 'What was chosen',
  about: 'Everybody was told of each experiment beforehand, and voted for the environment in which it was to run.',
  content: dataTable(
    'kick-offs',
    ['', 'Experiment', 'Told at', 'Environment', 'Why'],
    kickOffs.map(({ number, experiment, toldAtSeconds, decision, calledOff }) => [
      String(number),
      titleOf(cards, experiment),
      toldAtSeconds === undefined ? '–' : clock(toldAtSeconds),
      event.informed?.environments.find(({ id }) => id === decision?.environment)?.name ?? '–',
      [
        ...(decision === undefined ? [] : [decision.reason]),
        ...(calledOff === undefined ? [] : [`called off by the guardrail ${calledOff.guardrail}: ${calledOff.reason}`]),
      ].join('; ') || '–',
    ]),
  ),
});
