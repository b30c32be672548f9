import { randomInt, randomUUID } from 'node:crypto';
import { walkJourney } from '../../../load/embedded/walk-journey';
import { AttemptsInMemory } from '../../access/attempt-limit';
import { createApi } from '../../api/api';
import type { ApiPorts } from '../../api/ports';
import type { Io } from '../../core/io';
import type { WeaknessCard } from '../../core/scenario';
import { steeringTypes } from '../../core/time/steering';
import { phaseAt } from '../../core/time/timeline';
import { stageConsole } from '../console/stage-console';
import type { EngineProcess } from '../load/engine';
import type { Rehearsal } from '../rehearsal';
import type { RehearsalKeys } from './keys';
import type { Pace } from './pace';
import { accountSight } from './account-sight';
import { examineRehearsal } from './readiness';

interface RehearsalApiProps {
  readonly rehearsal: Rehearsal;
  readonly weaknesses: readonly WeaknessCard[];
  readonly keys: RehearsalKeys;
  readonly pace: Pace;
  /** Waits for the start; absent where all traffic is simulated. */
  readonly engine?: Pick<EngineProcess, 'isUp'> | undefined;
  readonly io: Io;
}

/** The API over a rehearsal: its journal is the log, its arena the accounts. */
export function rehearsalApi({
  rehearsal,
  weaknesses,
  keys,
  pace,
  engine,
  io,
}: RehearsalApiProps): ReturnType<typeof createApi> {
  const { event, journal, scenario } = rehearsal;
  const ports: ApiPorts = {
    event,
    records: {
      rounds: () => Promise.resolve(journal.measurements()),
      log: () => Promise.resolve(journal.facts()),
      append: (entry) => Promise.resolve(rehearsal.take(entry)),
    },
    clock: {
      now: () => pace.at(),
      realNow: () => Date.now(),
      speed: () => pace.speed,
      beginsAt: (now) => pace.beginsAt(now),
    },
    access: { codes: keys.codes, attempts: new AttemptsInMemory(), pepper: () => Promise.resolve(keys.pepper) },
    organizerSecret: () => Promise.resolve(keys.secret),
    weaknesses,
    experiments: scenario.experiments,
    readiness: () => examineRehearsal({ teams: event.teams, addresses: pace.teams, isEngineUp: engine?.isUp }),
    steering: steeringTypes,
    account: (team) => Promise.resolve(accountSight(rehearsal, team)),
    console: stageConsole(rehearsal.stage),
    testJourney: async (team) => {
      const address = pace.teams.find(({ id }) => id === team.id);
      // While event time stands still nobody is answered.
      if (address === undefined || phaseAt(journal.timeline, pace.at()) !== 'running') return undefined;
      // Customers of the game count from 0, so that below it nobody has a seed.
      const calendarAt = (realMs: number): number => pace.at(realMs);
      return walkJourney(scenario.journey, event.rules.bands, { ...address, calendarAt }, -randomInt(1, 2 ** 47));
    },
    // Pages are served on loopback: everybody is this machine.
    addressOf: () => '127.0.0.1',
    secure: false,
    newId: randomUUID,
    failed: (error) =>
      io.notify(`A request could not be answered: ${error instanceof Error ? error.message : 'unknown'}`),
  };
  return createApi(ports);
}
