import { GameDayError } from '../core/errors';
import type { GameDayEvent } from '../core/event/event';
import type { Io } from '../core/io';
import { findHome, type Home } from '../deploy/aws/home';
import { deployTargets } from '../deploy/target';
import { green, red } from '../doctor/check';
import type { Examined } from '../doctor/examine';
import { readiness, reportText } from '../doctor/report';
import { readEventFile } from '../rehearsal/records/event-on-disk';
import { examineEvent, type ExaminationOptions } from './doctor-examination';

interface DoctorOptions extends ExaminationOptions {
  readonly json: boolean;
}

/** Looks at everything and tells. Throws `NotReady` when something is red, and what `examineEvent` throws. */
export async function runDoctor(file: string, options: DoctorOptions, io: Io): Promise<void> {
  const before = await prepared(file, options);
  if ('failure' in before) return conclude({ teams: [] }, [before.failure], file, options, io);
  const { event, home, passed } = before;
  const examined = await examineEvent(event, home, file, options, io);
  conclude(event, [...passed, ...examined], file, options, io);
}

type Prepared =
  | { readonly failure: Examined }
  | { readonly event: GameDayEvent; readonly home: Home; readonly passed: readonly Examined[] };

/** What everything else needs: without it there is nothing to look at. */
async function prepared(file: string, { profile, region }: DoctorOptions): Promise<Prepared> {
  let name = 'event file';
  try {
    const event = await readEventFile(file);
    name = 'credentials';
    const home = await findHome(profile, region);
    name = 'event file';
    deployTargets(event, { teams: [], organizer: false }, home);
    return {
      event,
      home,
      passed: [
        { name: 'event file', finding: green(`${event.name}: no mistakes, every allowed instance type has a price`) },
        { name: 'credentials', finding: green(`account ${home.account}, ${home.region}`) },
      ],
    };
  } catch (error) {
    if (!(error instanceof GameDayError)) throw error;
    return { failure: { name, finding: red(error.message, error.hint) } };
  }
}

function conclude(
  event: Pick<GameDayEvent, 'teams'>,
  examined: readonly Examined[],
  file: string,
  { json }: DoctorOptions,
  io: Io,
): void {
  const { ready, unreadyTeams, unreadyEvent } = readiness(event, examined);
  io.result(
    json
      ? `${JSON.stringify({ ready, unreadyTeams, unreadyEvent, checks: examined }, null, 2)}\n`
      : reportText(event, examined),
  );
  if (ready) return io.notify(`Everything is ready. Next: npx gameday start ${file}`);
  const parts = [
    ...(unreadyEvent.length > 0 ? [`the event (${unreadyEvent.join(', ')})`] : []),
    ...(unreadyTeams.length > 0 ? [`teams ${unreadyTeams.join(', ')}`] : []),
  ];
  // What every command takes when nothing else is said.
  const which = file === 'event.yaml' ? '' : `Give each command --event ${file}. `;
  throw new GameDayError(
    'NotReady',
    `Not ready: ${parts.join('; ')}.`,
    `${which}Then look again: npx gameday doctor ${file}`,
  );
}
