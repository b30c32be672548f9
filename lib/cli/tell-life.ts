import { randomUUID } from 'node:crypto';
import { GameDayError } from '../core/errors';
import type { GameDayEvent } from '../core/event/event';
import type { ExperimentCard } from '../core/experiments/experiment';
import { experimentVersion } from '../core/experiments/version';
import { peopleOf } from '../core/informed/informed';
import { ARENA } from '../core/informed/life-cycle';
import { lifeStep, type LifeStep } from '../core/informed/life-steps';
import { byPerson } from '../core/informed/people';
import type { Io } from '../core/io';
import { readFolder } from '../rehearsal/records/folder';
import { loadScenario } from '../scenarios/catalogue';
import { openLife, type LifePlace } from './life-place';

/** What somebody says about an experiment by its name. */
export type LifeWord =
  | { readonly kind: 'draft' | 'review'; readonly name: string }
  | { readonly kind: 'rehearsed'; readonly name: string; readonly folder: string }
  | { readonly kind: 'approve' | 'withdraw'; readonly name: string | undefined; readonly environment: string };

/** Writes down what a person says about an experiment. Throws `BadOption` when it would count for nothing, and what `openLife` throws. */
export async function tellLife(place: LifePlace, word: LifeWord, person: string, io: Io): Promise<void> {
  const { event, informed, entries, append } = await openLife(place, io);
  const step = await stepOf(event, word);
  const decision = lifeStep(informed, entries, step, person, `${word.kind}-${randomUUID()}`);
  if (!decision.ok) throw nothingWritten(decision.reason);
  for (const entry of decision.entries) await append(entry);
  io.notify(`${wordsOf(word)}, says ${person}.`);
  io.notify(`Next: npx gameday experiment status ${place.where}${place.deployed ? ' --deployed' : ''}`);
}

/** Writes down that a person agrees to a start. Throws `BadOption` for somebody whom the event file does not name, and what `openLife` throws. */
export async function agreeToStart(
  place: LifePlace,
  about: { readonly kickOff: number; readonly environment: string },
  person: string,
  io: Io,
): Promise<void> {
  const { informed, append } = await openLife(place, io);
  const people = peopleOf(informed);
  if (!people.includes(person)) throw nothingWritten(`the event file does not name "${person}"`, people);
  const environments = informed.environments.map(({ id }) => id);
  if (!environments.includes(about.environment))
    throw nothingWritten(`the event has no environment "${about.environment}"`, environments);
  await append({ id: `agreed-${randomUUID()}`, by: byPerson(person), type: 'agreed', ...about });
  io.notify(`${person} agrees that kick-off ${about.kickOff} begins in ${about.environment}. It takes two.`);
}

async function stepOf(event: GameDayEvent, word: LifeWord): Promise<LifeStep> {
  const { experiments } = await loadScenario(event.scenario);
  const find = (name: string): ExperimentCard => {
    const card = experiments.find(({ id }) => id === name);
    if (card !== undefined) return card;
    const known = experiments.map(({ id }) => id);
    throw nothingWritten(`${event.scenario} has no experiment "${name}"`, known);
  };
  switch (word.kind) {
    case 'draft':
    case 'review':
      return { kind: word.kind, card: find(word.name) };
    case 'rehearsed': {
      const card = find(word.name);
      await requireRehearsed(card, word.folder);
      return { kind: word.kind, card, where: ARENA };
    }
    case 'approve':
    case 'withdraw':
      return {
        kind: word.kind,
        card: word.name === undefined ? undefined : find(word.name),
        environment: word.environment,
      };
  }
}

/** Throws `BadOption` unless the experiment, as it is now, ran to its end in the rehearsal of a folder. */
async function requireRehearsed(card: ExperimentCard, folder: string): Promise<void> {
  const { log } = await readFolder(folder);
  const version = experimentVersion(card);
  const ran = log.some(
    (entry) => entry.type === 'rehearsed' && entry.experiment === card.id && entry.version === version,
  );
  if (!ran) throw nothingWritten(`${card.id}, as it is now, did not run to its end in ${folder}`);
}

function wordsOf(word: LifeWord): string {
  switch (word.kind) {
    case 'draft':
      return `${word.name} is handed in as it is now`;
    case 'review':
      return `${word.name} is sound`;
    case 'rehearsed':
      return `${word.name} was rehearsed`;
    case 'approve':
      return `${word.name ?? 'Whatever needs no approval of its own'} may run in ${word.environment}`;
    case 'withdraw':
      return `No approval of ${word.name ?? 'any experiment'} in ${word.environment} stands any more`;
  }
}

const nothingWritten = (reason: string, known: readonly string[] = []): GameDayError =>
  new GameDayError(
    'BadOption',
    `Nothing was written: ${reason}.`,
    known.length === 0 ? 'Look how far it is: npx gameday experiment status FILE.' : `Known: ${known.join(', ')}.`,
  );
