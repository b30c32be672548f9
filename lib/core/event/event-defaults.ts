import { requiredSeconds as seconds } from './durations';
import { pricedInstanceTypes } from '../prices';
import type {
  AccountSettings,
  GameDayEvent,
  PlannedExperiment,
  PlannedWeakness,
  Rules,
  Spike,
  Team,
  TrafficPoint,
} from './event';
import type { EventFile } from './event-schema';
import { filledInformed } from './informed-defaults';
import { firstMadeUpAccount } from './made-up-account';
import type { ScenarioCard } from '../scenario';

/**
 * The event with every default filled in.
 *
 * Traffic that is left out is the scenario's, then with the scenario's spikes unless the file has its own. Weaknesses that are
 * left out are the scenario's. Experiments are planned by the organizer alone, so none when left out; one without a length of its
 * own lasts as long as the scenario says.
 * @param file a file without mistakes
 */
export function filledEvent(file: EventFile, card: ScenarioCard | undefined): GameDayEvent {
  const durationSeconds = seconds(file.duration);
  const roundSeconds = seconds(file.round);
  return {
    name: file.name,
    ...(file.edition === undefined ? {} : { edition: file.edition }),
    scenario: file.scenario,
    ...(file.options === undefined ? {} : { options: file.options }),
    startsAt: Date.parse(file.starts),
    durationSeconds,
    roundSeconds,
    freezeSeconds: file.freeze === undefined ? usualFreeze(durationSeconds, roundSeconds) : seconds(file.freeze),
    teams: withAccounts(file.teams),
    traffic: file.traffic?.map(trafficPoint) ?? card?.traffic ?? [],
    spikes: file.spikes?.map(spike) ?? (file.traffic === undefined ? usualSpikes(card, durationSeconds) : []),
    experiments: file.experiments?.map((planned) => plannedExperiment(planned, card)) ?? [],
    weaknesses: file.weaknesses?.map(plannedWeakness) ?? card?.weaknesses.map(weaknessOfCard) ?? [],
    ...(file.informed === undefined ? {} : { informed: filledInformed(file.informed) }),
    accounts: filledAccounts(file.accounts),
    rules: filledRules(file.rules),
  };
}

function filledAccounts({ email, organization, instanceTypes, ...accounts }: EventFile['accounts']): AccountSettings {
  return {
    ...accounts,
    ...(email === undefined ? {} : { email }),
    ...(organization === undefined ? {} : { organization }),
    instanceTypes: instanceTypes ?? usualInstanceTypes,
  };
}

/** Up to `large`: enough for every scenario, and a mistake costs cents. */
const usualInstanceTypes = pricedInstanceTypes.filter((type) => /\.(nano|micro|small|medium|large)$/.test(type));

/** Rules with their durations in seconds. */
export function filledRules({ worth, bands, objective, spend, detect, recover }: EventFile['rules']): Rules {
  return {
    worth,
    bands,
    objective,
    spend: {
      baseUsdPerHour: spend.baseUsdPerHour,
      usdPerHourPerRps: spend.usdPerHourPerRps,
      weight: spend.weight,
      cap: spend.cap,
      windowSeconds: seconds(spend.window),
    },
    detect: {
      refund: detect.refund,
      withinSeconds: seconds(detect.within),
      falseAlarmSeconds: detect.falseAlarmSeconds,
    },
    recover: { refund: recover.refund, withinSeconds: seconds(recover.within) },
  };
}

/** A quarter of an hour, and never more than a quarter of the event, in whole rounds. */
function usualFreeze(durationSeconds: number, roundSeconds: number): number {
  return Math.floor(Math.min(900, durationSeconds / 4) / roundSeconds) * roundSeconds;
}

/** Accounts that are left out are made up: 900000000001 and on, in the order of the teams, without those that are given. */
function withAccounts(teams: EventFile['teams']): Team[] {
  const given = new Set(teams.map(({ account }) => account));
  let next = firstMadeUpAccount;
  return teams.map(({ id, name, account }) => {
    if (account !== undefined) return { id, name, account };
    while (given.has(String(next))) next++;
    return { id, name, account: String(next++) };
  });
}

const trafficPoint = ({ at, rps }: NonNullable<EventFile['traffic']>[number]): TrafficPoint => ({
  atSeconds: seconds(at),
  stepsPerSecond: rps,
});

const spike = ({ at, for: length, times }: NonNullable<EventFile['spikes']>[number]): Spike => ({
  atSeconds: seconds(at),
  forSeconds: seconds(length),
  times,
});

const usualSpikes = (card: ScenarioCard | undefined, durationSeconds: number): Spike[] =>
  card?.spikes.filter(({ atSeconds }) => atSeconds < durationSeconds) ?? [];

function plannedExperiment(
  planned: NonNullable<EventFile['experiments']>[number],
  card: ScenarioCard | undefined,
): PlannedExperiment {
  const usual = card?.experiments.find(({ id }) => id === planned.experiment)?.durationSeconds;
  const forSeconds = planned.for === undefined ? usual : seconds(planned.for);
  return {
    experiment: planned.experiment,
    atSeconds: seconds(planned.at),
    ...(forSeconds === undefined ? {} : { forSeconds }),
    ...(planned.teams === undefined ? {} : { teams: planned.teams }),
    ...(planned.jitter === undefined ? {} : { jitterSeconds: seconds(planned.jitter) }),
  };
}

const plannedWeakness = ({ id, title, hints }: NonNullable<EventFile['weaknesses']>[number]): PlannedWeakness => ({
  id,
  title,
  hintSeconds: hints.map(seconds),
});

const weaknessOfCard = ({ id, title, hints }: ScenarioCard['weaknesses'][number]): PlannedWeakness => ({
  id,
  title,
  hintSeconds: hints.map(({ costSeconds }) => costSeconds),
});
