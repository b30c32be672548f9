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
import { valueAt } from './event-mistakes';
import { informedDraftOf, type InformedDraft } from './informed-draft';
import { rulesDraftOf, type RulesDraft } from './rules-draft';
import { items, sound, type Item } from './sound';

/**
 * What is well-formed in an event file, each key by itself, so that rules across keys can be checked although another key is wrong.
 * A key that is not well-formed is undefined, an item of a list is left out; defaults are filled in.
 */
export interface EventDraft {
  readonly scenario: string | undefined;
  readonly options: EventFile['options'];
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
  readonly informed: InformedDraft;
  readonly rules: RulesDraft;
}

/** @param content the parsed file, whatever it is */
export function draftOf(content: unknown): EventDraft {
  const key = (name: string): unknown => valueAt(content, [name]);
  const { shape } = eventFileSchema;
  return {
    scenario: sound(shape.scenario, key('scenario')),
    options: sound(shape.options, key('options')),
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
    informed: informedDraftOf(content),
    rules: rulesDraftOf(key('rules')),
  };
}

function idsOf(teams: unknown): string[] {
  if (!Array.isArray(teams)) return [];
  const ids = teams.map((team) => valueAt(team, ['id'])).filter((id) => typeof id === 'string');
  return [...new Set(ids)];
}
