import { formatDuration } from '../core/event/durations';
import { readEventFile } from '../rehearsal/records/event-on-disk';
import type { Io } from '../core/io';

/** Throws `BadEvent` with every mistake; says what the event is when there is none. */
export async function checkEventFile(file: string, io: Io): Promise<void> {
  const event = await readEventFile(file);
  const teams = event.teams.length === 1 ? '1 team' : `${event.teams.length} teams`;
  const rounds = event.durationSeconds / event.roundSeconds;
  io.result(
    `${file} is right: ${event.name}, ${event.scenario}, ${teams}, ` +
      `${formatDuration(event.durationSeconds)} in ${rounds} rounds of ${formatDuration(event.roundSeconds)}\n`,
  );
  io.notify(`Next: npx gameday rehearse ${file}`);
}
