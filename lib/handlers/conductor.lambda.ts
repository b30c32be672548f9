import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readEventObject } from '../aws/event-object';
import { EventRecords } from '../aws/event-records';
import { conductorPorts } from '../aws/experiments/conductor-ports';
import { impatient } from '../aws/patience';
import { eventId } from '../core/event/event-id';
import { experimentSchema } from '../core/experiments/experiment';
import type { ScorerNote } from '../core/scorer/ports';
import { conductorEnvSchema, type ConductorEnv } from './conductor-env';
import { conductorStep } from './conductor-step';
import { jsonNotes } from './json-notes';

/** A call that hangs must not use up the minute: another attempt is likelier to be answered. */
const patience = impatient(8000);

/**
 * One step of the conductor, started every minute. Safe to repeat, late, twice and killed half-way: what is due follows from the log, and
 * what was begun is found in the accounts.
 */
export const handler = async (): Promise<void> => {
  try {
    step ??= await openConductor(conductorEnvSchema.parse(process.env));
    await step();
  } catch (error) {
    note({ level: 'error', message: 'the step failed', reason: String(error) });
    throw error;
  }
};

let step: (() => Promise<void>) | undefined;
const note: (note: ScorerNote) => void = jsonNotes(process.stdout);

async function openConductor(env: ConductorEnv): Promise<() => Promise<void>> {
  // One attempt more, not several: a team's broken account must not keep the others waiting.
  const options = { ...patience, maxAttempts: 2 };
  const event = await readEventObject({ bucket: env.EVENT_BUCKET, key: env.EVENT_KEY }, options);
  const id = eventId(event);
  // Shipped beside the program: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
  const text = readFileSync(join(process.env['LAMBDA_TASK_ROOT'] ?? __dirname, 'experiments.json'), 'utf8');
  const cards = z.array(experimentSchema).parse(JSON.parse(text));
  const tell = (each: ScorerNote): void => note({ ...each, event: id });
  const records = new EventRecords(
    env.TABLE_NAME,
    id,
    ({ message, about }) => tell({ level: 'warn', message, reason: about }),
    options,
  );
  const ports = await conductorPorts(event, records, options, tell);
  return () => conductorStep(ports, event, cards);
}
