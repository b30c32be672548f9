import type { z } from 'zod';
import {
  eventFileSchema,
  experimentSchema,
  instanceTypeSchema,
  spikeSchema,
  teamSchema,
  trafficPointSchema,
  weaknessSchema,
  type EventFile,
} from './event-schema';
import { valueAt, type EventPath } from './event-mistakes';
import { rulesDraftOf, type RulesDraft } from './rules-draft';
import { sound } from './sound';

/** An item of a list that is well-formed by itself, and where it stands. */
export interface Item<T> {
  readonly path: EventPath;
  readonly value: T;
}

/**
 * What is well-formed in an event file, each key by itself, so that rules across keys can be checked although another key is wrong.
 * A key that is not well-formed is undefined, an item of a list is left out; defaults are filled in.
 */
export interface EventDraft {
  readonly scenario: string | undefined;
  readonly duration: string | undefined;
  readonly round: string | undefined;
  readonly freeze: string | undefined;
  readonly teams: readonly Item<EventFile['teams'][number]>[];
  /** Also of teams that are not well-formed otherwise, so that one mistake does not cause another. */
  readonly teamIds: readonly string[];
  /** Undefined when the key is absent. */
  readonly traffic: readonly Item<z.output<typeof trafficPointSchema>>[] | undefined;
  readonly spikes: readonly Item<z.output<typeof spikeSchema>>[];
  readonly experiments: readonly Item<z.output<typeof experimentSchema>>[];
  readonly weaknesses: readonly Item<z.output<typeof weaknessSchema>>[];
  readonly instanceTypes: readonly Item<string>[];
  readonly rules: RulesDraft;
}

/** @param content the parsed file, whatever it is */
export function draftOf(content: unknown): EventDraft {
  const key = (name: string): unknown => valueAt(content, [name]);
  const { shape } = eventFileSchema;
  return {
    scenario: sound(shape.scenario, key('scenario')),
    duration: sound(shape.duration, key('duration')),
    round: sound(shape.round, key('round')),
    freeze: sound(shape.freeze, key('freeze')),
    teams: items(teamSchema, ['teams'], content),
    teamIds: idsOf(key('teams')),
    traffic: key('traffic') === undefined ? undefined : items(trafficPointSchema, ['traffic'], content),
    spikes: items(spikeSchema, ['spikes'], content),
    experiments: items(experimentSchema, ['experiments'], content),
    weaknesses: items(weaknessSchema, ['weaknesses'], content),
    instanceTypes: items(instanceTypeSchema, ['accounts', 'instanceTypes'], content),
    rules: rulesDraftOf(key('rules')),
  };
}

function items<S extends z.ZodType>(schema: S, path: EventPath, content: unknown): Item<z.output<S>>[] {
  const list = valueAt(content, path);
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown, index) => {
    const value = sound(schema, each);
    return value === undefined ? [] : [{ path: [...path, index], value }];
  });
}

function idsOf(teams: unknown): string[] {
  if (!Array.isArray(teams)) return [];
  const ids = teams.map((team) => valueAt(team, ['id'])).filter((id) => typeof id === 'string');
  return [...new Set(ids)];
}
