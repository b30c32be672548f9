import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { WindowSource } from '../core/scorer/ports';
import type { ClientOptions } from './client-options';
import { mostQueries, readMetrics } from './metric-data';
import { queriesPerTeam, windowQueries, windowsOf } from './window-metrics';

const TEAMS_PER_CALL = Math.floor(mostQueries / queriesPerTeam);

/** Throttled calls are tried again by the SDK with growing pauses; this many are over within a quarter of a minute. */
const ATTEMPTS = 6;

/** Windows as the load program published them to CloudWatch. @param event the event's id */
export function publishedWindows(event: string, teams: readonly string[], options: ClientOptions = {}): WindowSource {
  const client = new CloudWatchClient({ maxAttempts: ATTEMPTS, ...options });
  const groups = Array.from({ length: Math.ceil(teams.length / TEAMS_PER_CALL) }, (_, group) =>
    teams.slice(group * TEAMS_PER_CALL, (group + 1) * TEAMS_PER_CALL),
  );
  const batches = groups.map((group) => windowQueries(event, group));
  return {
    between: async (span) => {
      const answers = await readMetrics(client, batches, span);
      const windows = groups.flatMap((group, index) => windowsOf(group, answers[index] ?? []));
      return windows.filter(({ startsAt }) => startsAt >= span.from && startsAt < span.to);
    },
  };
}
