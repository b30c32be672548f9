import { S3Client } from '@aws-sdk/client-s3';
import { accountView } from '../aws/account-view';
import { publishedBoard } from '../aws/board';
import { readEventObject } from '../aws/event-object';
import { EventRecords } from '../aws/event-records';
import { environmentsView } from '../aws/measuring/environments-view';
import { impatient } from '../aws/patience';
import { publishedWindows } from '../aws/published-windows';
import { scorerHealthMetrics } from '../aws/scorer-metrics';
import { TeamAccounts } from '../aws/team-account';
import { archivedWindows } from '../aws/window-archive';
import { eventId } from '../core/event/event-id';
import type { ScorerNote } from '../core/scorer/ports';
import { tick } from '../core/scorer/tick';
import { jsonNotes } from './json-notes';
import { scorerEnvSchema, type ScorerEnv } from './scorer-env';

/** A call that hangs must not use up the minute: another attempt is likelier to be answered. */
const options = impatient(8000);

/**
 * One tick of the scorer, started every minute. Clients, credentials of teams and the event are kept while the environment is warm; what was
 * measured never is.
 */
export const handler = async (): Promise<void> => {
  try {
    scorer ??= await openScorer(scorerEnvSchema.parse(process.env));
    await scorer(Date.now());
  } catch (error) {
    note({ level: 'error', message: 'the tick failed', reason: String(error) });
    throw error;
  }
};

let scorer: ReturnType<typeof tick> | undefined;
const note: (note: ScorerNote) => void = jsonNotes(process.stdout);

async function openScorer(env: ScorerEnv): Promise<ReturnType<typeof tick>> {
  const event = await readEventObject({ bucket: env.EVENT_BUCKET, key: env.EVENT_KEY }, options);
  const id = eventId(event);
  const records = new EventRecords(
    env.TABLE_NAME,
    id,
    ({ message, about }) => note({ level: 'warn', message, reason: about, event: id }),
    options,
  );
  return tick(
    {
      log: { all: () => records.log(), append: (entry) => records.append(entry) },
      environments: environmentsView({ ...options, maxAttempts: 2 }),
      rounds: records,
      windows: publishedWindows(
        id,
        event.teams.map((team) => team.id),
        options,
      ),
      archive: archivedWindows({ client: new S3Client(options), bucket: env.ARCHIVE_BUCKET, event: id }),
      // One attempt more, not several: a team's broken account must not keep the others waiting.
      accounts: accountView(new TeamAccounts({ ...options, maxAttempts: 2 })),
      board: publishedBoard(env.SITE_BUCKET, options),
      health: scorerHealthMetrics(id, options),
      note: (each) => note({ ...each, event: id }),
    },
    event,
  );
}
