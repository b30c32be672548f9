import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nearestWord } from '../core/event/nearest';
import { GameDayError } from '../core/errors';
import { experimentSchema } from '../core/experiments/experiment';
import type { Io } from '../core/io';
import { makeFolder } from '../rehearsal/records/folder';
import { unwritable } from '../rehearsal/records/text-file';
import { loadScenario, scenarioFolder } from '../scenarios/catalogue';
import { targetsOf } from '../scenarios/scenario-mistakes';
import { draftExperiment, experimentId } from '../workshop/draft-experiment';
import { experimentSource, exportName } from '../workshop/experiment-source';
import type { PastIncident } from '../workshop/past-incident';
import { readPastIncidents } from './past-incidents';

interface NewExperimentOptions {
  /** Id of a past incident. */
  readonly from: string;
  readonly scenario: string;
  /** Path of the catalogue of past incidents. */
  readonly incidents: string;
  /** Id of the experiment; made of the incident's title when undefined. */
  readonly id?: string;
}

/**
 * Writes the draft of an experiment into a scenario's folder; never over a file that is there. Throws `BadOption`, `FolderUnwritable`, and
 * what reading a scenario or a catalogue throws.
 */
export async function writeNewExperiment(options: NewExperimentOptions, io: Io): Promise<void> {
  const { experiments, application } = await loadScenario(options.scenario);
  const incident = incidentOf(readPastIncidents(options.incidents), options);
  const id = options.id ?? experimentId(incident.title);
  if (id === undefined || !experimentSchema.shape.id.safeParse(id).success) {
    const message = `"${id ?? incident.title}" cannot be the name of an experiment`;
    throw new GameDayError('BadOption', message, 'Give one of small letters, digits and dashes, at most 41: --id NAME');
  }
  const name = `scenarios/${options.scenario}/experiments/${id}.ts`;
  const file = path.join(scenarioFolder(options.scenario), 'experiments', `${id}.ts`);
  if (existsSync(file) || experiments.some((card) => card.id === id)) {
    const message = `${options.scenario} has an experiment ${id} already, and nothing was written`;
    throw new GameDayError('BadOption', message, 'Give this one another name: --id NAME');
  }
  const card = draftExperiment(id, incident, targetsOf(application), experiments);
  try {
    makeFolder(path.dirname(file));
    writeFileSync(file, experimentSource(card, incident.id), { flag: 'wx' });
  } catch (error) {
    throw unwritable(file, error);
  }
  io.result(`${name}\n`);
  io.notify(
    `Its fault (${card.fault.kind}) and its numbers are a guess: look at each line, and fill in what says so. Then add ` +
      `${exportName(id)} to the experiments of scenarios/${options.scenario}.\n` +
      `Next: npx gameday scenario check ${options.scenario} says what is left to do`,
  );
}

function incidentOf(
  incidents: readonly PastIncident[],
  { from, incidents: catalogue }: NewExperimentOptions,
): PastIncident {
  const found = incidents.find(({ id }) => id === from);
  if (found !== undefined) return found;
  const ids = incidents.map(({ id }) => id);
  const begun = ids.filter((id) => id.startsWith(from));
  const meant = begun.length > 0 ? begun.slice(0, 5).join(' or ') : nearestWord(from, ids);
  throw new GameDayError(
    'BadOption',
    `${catalogue} has no incident "${from}"`,
    meant === undefined ? `Its incidents have an id each: look into ${catalogue}.` : `Did you mean ${meant}?`,
  );
}
