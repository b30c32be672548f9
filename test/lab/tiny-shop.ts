import type { GameDayEvent } from '../../lib/core/event/event';
import { anExperiment } from '../support/an-experiment';
import { planGames } from '../../lib/lab/plan';
import { playGame, type LabSetting } from '../../lib/lab/play-game';
import { labReport, type LabCard, type LabReport } from '../../lib/lab/report';
import { variantsOf } from '../../lib/lab/variants';
import { anApplication, aTemplate, halfCpu, webGroup } from '../arena/tiny';
import { anEvent } from '../support/builders';

const lonely = { MinSize: '1', MaxSize: '1' };
const painted = {
  Tags: [
    { Key: 'gameday:tier', Value: 'web' },
    { Key: 'colour', Value: 'mauve' },
  ],
};
const template = (changes: Record<string, unknown>) => aTemplate(webGroup(changes), halfCpu);

/** A shop of one Auto Scaling group. Alone it serves until its only instance is stopped; its colour matters to nobody. */
export const tinyShop: LabCard & Omit<LabSetting, 'event'> = {
  id: 'tiny-shop',
  title: 'A tiny shop',
  weaknesses: [weakness('lonely', 'Alone at the till', 'the experiment stop'), weakness('painted', 'Mauve', 'nothing')],
  experiments: [{ id: 'stop', durationSeconds: 120 }],
  scenario: {
    application: anApplication(),
    journey: { id: 'look', steps: 1, stepNames: ['page'], start: () => ({}) as never },
    experiments: [anExperiment({ fault: { kind: 'instance-terminate', tier: 'web' }, durationSeconds: 120 })],
  },
  synthesis: {
    good: template({}),
    spoiled: template({ ...lonely, ...painted }),
    spoiledBy: { lonely: template(lonely), painted: template(painted) },
  },
};

function weakness(id: string, title: string, exposedBy: string) {
  const failureClass = 'capacity and traffic' as const;
  return { id, title, failureClass, symptom: 'Customers wait.', exposedBy, repair: 'Do something.' };
}

/** Half an hour at two steps a second, with the experiment unless it is taken away. */
export const tinyEvent = (parts: Partial<GameDayEvent> = {}): GameDayEvent =>
  anEvent({
    durationSeconds: 1800,
    traffic: [{ atSeconds: 0, stepsPerSecond: 2 }],
    experiments: [{ experiment: 'stop', atSeconds: 600 }],
    weaknesses: tinyShop.weaknesses.map(({ id, title }) => ({ id, title, hintSeconds: [30, 60, 120] })),
    ...parts,
  });

/** The lab's report on the tiny shop, played in this thread. */
export function tinyReport(event: GameDayEvent, seeds = 3): LabReport {
  const games = planGames(variantsOf(tinyShop.weaknesses), 1, seeds);
  const outcomes = games.map((game) => playGame({ ...tinyShop, event }, game));
  return labReport(tinyShop, event, 1, outcomes, [
    { id: 'Log', type: 'AWS::Logs::LogGroup', assumed: 'logs cost nothing' },
    { id: 'Other', type: 'AWS::Logs::LogGroup', assumed: 'logs cost nothing' },
  ]);
}
