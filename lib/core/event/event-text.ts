import { Document, isCollection, visit } from 'yaml';
import { formatDuration } from './durations';
import type { GameDayEvent, Rules } from './event';
import type { EventFile } from './event-schema';
import { informedForm } from './informed-form';

/** The event as an event file in which everything is written out; reading it gives the equal event. */
export function eventText(event: GameDayEvent): string {
  const document = new Document(fileForm(event));
  visit(document, {
    // What stands deeper than a section's keys or a list's items goes on one line, as people write it.
    Collection: (_key, node, path) => {
      if (path.filter(isCollection).length >= 2) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}

function fileForm(event: GameDayEvent): object {
  return {
    name: event.name,
    ...(event.edition === undefined ? {} : { edition: event.edition }),
    ...(event.informed === undefined ? {} : { style: 'informed' }),
    scenario: event.scenario,
    ...(event.options === undefined ? {} : { options: event.options }),
    starts: new Date(event.startsAt).toISOString(),
    duration: formatDuration(event.durationSeconds),
    round: formatDuration(event.roundSeconds),
    freeze: formatDuration(event.freezeSeconds),
    teams: event.teams.map(({ id, name, account }) => ({ id, name, account })),
    traffic: event.traffic.map(({ atSeconds, stepsPerSecond }) => ({
      at: formatDuration(atSeconds),
      rps: stepsPerSecond,
    })),
    spikes: event.spikes.map(({ atSeconds, forSeconds, times }) => ({
      at: formatDuration(atSeconds),
      for: formatDuration(forSeconds),
      times,
    })),
    experiments: event.experiments.map(({ experiment, atSeconds, forSeconds, teams, jitterSeconds }) => ({
      experiment,
      at: formatDuration(atSeconds),
      ...(forSeconds === undefined ? {} : { for: formatDuration(forSeconds) }),
      ...(teams === undefined ? {} : { teams }),
      ...(jitterSeconds === undefined ? {} : { jitter: formatDuration(jitterSeconds) }),
    })),
    weaknesses: event.weaknesses.map(({ id, title, hintSeconds }) => ({
      id,
      title,
      hints: hintSeconds.map(formatDuration),
    })),
    ...(event.informed === undefined ? {} : { informed: informedForm(event.informed) }),
    accounts: event.accounts,
    rules: rulesForm(event.rules),
  };
}

/** Rules as the event file has them. */
export const rulesForm = ({ worth, bands, objective, spend, detect, recover }: Rules): EventFile['rules'] => ({
  worth,
  bands,
  objective,
  spend: {
    baseUsdPerHour: spend.baseUsdPerHour,
    usdPerHourPerRps: spend.usdPerHourPerRps,
    weight: spend.weight,
    cap: spend.cap,
    window: formatDuration(spend.windowSeconds),
  },
  detect: {
    refund: detect.refund,
    within: formatDuration(detect.withinSeconds),
    falseAlarmSeconds: detect.falseAlarmSeconds,
  },
  recover: { refund: recover.refund, within: formatDuration(recover.withinSeconds) },
});
