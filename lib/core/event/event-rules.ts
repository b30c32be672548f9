import { formatDuration, tryParseDuration } from './durations';
import type { EventDraft } from './event-draft';
import type { Complaint } from './event-mistakes';
import { informedComplaints } from './informed-rules';
import { rulesComplaints } from './rules-draft';
import { pricedInstanceTypes } from '../prices';
import { repeated, unknown } from './rule-words';
import type { Item } from './sound';
import type { ScenarioCard } from '../scenario';

/** The scenarios there are, and the card of the one that the event names; without a catalogue, what depends on it is not checked. */
export interface Catalogue {
  readonly scenarios: readonly string[];
  readonly card: ScenarioCard | undefined;
}

type Rule = (draft: EventDraft, catalogue: Catalogue | undefined) => readonly Complaint[];

/** Measurements come in windows of this length (the load program's and CloudWatch's high-resolution period). */
const windowSeconds = 10;

/** What no key can tell by itself. Every rule collects; none stops at the first. */
export const eventRules: readonly Rule[] = [
  scenarioIsKnown,
  optionsAreKnown,
  trafficIsKnown,
  roundIsWholeWindows,
  durationIsWholeRounds,
  freezeIsWithinEvent,
  teamsDiffer,
  trafficAscends,
  spikesHappen,
  experimentsHappen,
  experimentsAreKnown,
  experimentTeamsAreKnown,
  weaknessesAreKnown,
  instanceTypesHavePrices,
  informedComplaints,
  ({ rules }) => rulesComplaints(rules),
];

function scenarioIsKnown({ scenario }: EventDraft, catalogue: Catalogue | undefined): Complaint[] {
  if (scenario === undefined || catalogue === undefined || catalogue.scenarios.includes(scenario)) return [];
  return [{ path: ['scenario'], ...unknown('scenario', scenario, catalogue.scenarios) }];
}

function optionsAreKnown({ options = {} }: EventDraft, catalogue: Catalogue | undefined): Complaint[] {
  if (catalogue?.card === undefined) return [];
  const { options: known = {} } = catalogue.card;
  return Object.entries(options).flatMap(([name, choice]) => {
    const choices = Object.hasOwn(known, name) ? known[name] : undefined;
    const path = ['options', name];
    if (choices === undefined) return [{ path, ...unknown('option of this scenario', name, Object.keys(known)) }];
    return choices.includes(choice) ? [] : [{ path, ...unknown(`choice of ${name}`, choice, choices) }];
  });
}

function trafficIsKnown({ traffic }: EventDraft, catalogue: Catalogue | undefined): Complaint[] {
  if (traffic !== undefined || catalogue !== undefined) return [];
  return [{ path: ['traffic'], what: 'is missing', fix: 'Write at least one point, such as `- { at: 0m, rps: 2 }`.' }];
}

function roundIsWholeWindows({ round }: EventDraft): Complaint[] {
  const seconds = secondsOf(round);
  if (seconds === undefined || (seconds > 0 && seconds <= 3600 && seconds % windowSeconds === 0)) return [];
  const fitting = Math.min(3600, Math.max(windowSeconds, Math.round(seconds / windowSeconds) * windowSeconds));
  const what = `${round} is not a multiple of ${windowSeconds}s up to 1h, and measurements come in such windows`;
  return [{ path: ['round'], what, fix: `Write ${formatDuration(fitting)}.` }];
}

function durationIsWholeRounds({ duration, round }: EventDraft): Complaint[] {
  const [all, each] = [secondsOf(duration), secondsOf(round)];
  if (all === undefined || each === undefined || each === 0) return [];
  const longest = 7 * 86_400;
  if (all > longest) {
    return [{ path: ['duration'], what: `${duration} is longer than a week`, fix: 'Write a shorter duration.' }];
  }
  if (all > 0 && all % each === 0) return [];
  const fitting = Math.max(1, Math.round(all / each)) * each;
  const what = `${duration} is not a whole number of rounds of ${round}`;
  return [{ path: ['duration'], what, fix: `Write ${formatDuration(fitting)}.` }];
}

function freezeIsWithinEvent({ freeze, duration }: EventDraft): Complaint[] {
  const [frozen, all] = [secondsOf(freeze), secondsOf(duration)];
  if (frozen === undefined || all === undefined || frozen <= all) return [];
  const what = `${freeze} is longer than the event, which lasts ${duration}`;
  return [{ path: ['freeze'], what, fix: `Write at most ${duration}, or 0m for no freeze.` }];
}

function teamsDiffer({ teams }: EventDraft): Complaint[] {
  return (['id', 'name', 'account'] as const).flatMap((key) =>
    repeated(teams, (team) => team[key], key).map(({ path, value, first }) => ({
      path,
      what: `${value} is already the ${key} of ${first}`,
      fix: `Give every team its own ${key}.`,
    })),
  );
}

function trafficAscends({ traffic = [] }: EventDraft): Complaint[] {
  return traffic.flatMap(({ path, value }, index) => {
    const before = traffic[index - 1];
    if (before === undefined || (secondsOf(value.at) ?? 0) > (secondsOf(before.value.at) ?? 0)) return [];
    const what = `${value.at} does not come after ${before.value.at}`;
    return [{ path: [...path, 'at'], what, fix: 'Order the points by time, each time once.' }];
  });
}

function spikesHappen({ spikes, duration }: EventDraft): Complaint[] {
  return [
    ...afterTheEnd(spikes, duration),
    ...spikes
      .filter(({ value }) => secondsOf(value.for) === 0)
      .map(({ path }) => ({ path: [...path, 'for'], what: 'a spike of no length', fix: 'Write 5m, or remove it.' })),
    ...spikes
      .filter(({ value }) => value.times === 0)
      .map(({ path }) => ({
        path: [...path, 'times'],
        what: '0 would leave no traffic at all, and a round without traffic measures nobody',
        fix: 'Write a number above 0.',
      })),
  ];
}

function experimentsHappen({ experiments, duration }: EventDraft): Complaint[] {
  return [
    ...afterTheEnd(experiments, duration),
    ...experiments
      .filter(({ value }) => secondsOf(value.for) === 0)
      .map(({ path }) => ({
        path: [...path, 'for'],
        what: 'an experiment of no length',
        fix: 'Write 5m, or remove the key for its own duration.',
      })),
    ...experiments.filter(leavesTheEvent(secondsOf(duration))).map(({ path, value }) => ({
      path: [...path, 'jitter'],
      what: `${value.jitter} earlier or later than ${value.at} lies outside the event`,
      fix: 'Write a smaller jitter, or a time further from the start and the end.',
    })),
  ];
}

const leavesTheEvent =
  (end: number | undefined) =>
  ({ value }: EventDraft['experiments'][number]): boolean => {
    const [at, jitter] = [secondsOf(value.at), secondsOf(value.jitter)];
    return at !== undefined && jitter !== undefined && (at - jitter < 0 || (end !== undefined && at + jitter >= end));
  };

function afterTheEnd(list: readonly Item<{ readonly at: string }>[], duration: string | undefined): Complaint[] {
  const end = secondsOf(duration);
  if (end === undefined) return [];
  return list
    .filter(({ value }) => (secondsOf(value.at) ?? 0) >= end)
    .map(({ path, value }) => ({
      path: [...path, 'at'],
      what: `${value.at} is not before the end of the event, which lasts ${duration}`,
      fix: 'Write an earlier time, or make the event longer.',
    }));
}

function experimentsAreKnown({ experiments }: EventDraft, catalogue: Catalogue | undefined): Complaint[] {
  const known = catalogue?.card?.experiments.map(({ id }) => id);
  if (known === undefined) return [];
  return experiments
    .filter(({ value }) => !known.includes(value.experiment))
    .map(({ path, value }) => ({
      path: [...path, 'experiment'],
      ...unknown('experiment of this scenario', value.experiment, known),
    }));
}

function experimentTeamsAreKnown({ experiments, teamIds: known }: EventDraft): Complaint[] {
  return experiments.flatMap(({ path, value }) =>
    (value.teams ?? []).flatMap((team, index) =>
      known.includes(team) ? [] : [{ path: [...path, 'teams', index], ...unknown('team', team, known) }],
    ),
  );
}

function weaknessesAreKnown({ weaknesses }: EventDraft, catalogue: Catalogue | undefined): Complaint[] {
  const known = catalogue?.card?.weaknesses.map(({ id }) => id);
  const strangers = weaknesses.filter(({ value }) => known !== undefined && !known.includes(value.id));
  return [
    ...strangers.map(({ path, value }) => ({
      path: [...path, 'id'],
      ...unknown('weakness of this scenario', value.id, known ?? []),
    })),
    ...repeated(weaknesses, ({ id }) => id, 'id').map(({ path, value, first }) => ({
      path,
      what: `${value} is already the id of ${first}`,
      fix: 'Write every weakness once.',
    })),
  ];
}

/** Spend is scored by price, and a type without one would count as the dearest. */
function instanceTypesHavePrices({ instanceTypes }: EventDraft): Complaint[] {
  return instanceTypes
    .filter(({ value }) => !pricedInstanceTypes.includes(value))
    .map(({ path, value }) => ({ path, ...unknown('instance type with a price', value, pricedInstanceTypes) }));
}

const secondsOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : tryParseDuration(text);
