import type { Construct } from 'constructs';
import type { Team } from '../../core/event/event';
import { MinuteProgram } from './minute-program';
import { allowBreaking } from './organizer-role';

interface ConductorProps {
  readonly eventId: string;
  /** The accounts where experiments run: those of the teams, or of the environments that they share. */
  readonly places: readonly Pick<Team, 'account'>[];
  /** Folder with the bundled program as `index.js` and the scenario's experiments as `experiments.json`. */
  readonly code: string;
}

/**
 * The conductor of experiments: begins and ends what is due. Its role may assume the fault role where the event's experiments run, and
 * nothing else but read and write the log.
 */
export class Conductor extends MinuteProgram {
  constructor(scope: Construct, id: string, { eventId, places, code }: ConductorProps) {
    super(scope, id, {
      eventId,
      program: 'conductor',
      description: 'Experiments: begun, watched and ended in the accounts of the teams',
      startedBy: 'Starts the conductor of experiments',
      code,
      // It waits for AWS most of the time, for many accounts at once.
      memoryMib: 1024,
    });
    allowBreaking(this.role, places);
  }
}
