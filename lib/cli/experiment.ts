import { Command } from 'commander';
import type { Io } from '../core/io';
import type { HomeOptions } from './deployed-records';
import { addLifeCommands } from './experiment-life';
import { workshopCommands } from './experiment-workshop';
import { collected, durationOption } from './option-values';

/** `gameday experiment …`: faults, by plan and by hand. */
export function experimentCommand(io: Io): Command {
  const command = new Command('experiment')
    .description('list, plan, run and stop experiments')
    .addHelpText('after', '\nExample:\n  $ npx gameday experiment plan event.yaml\n');

  command
    .command('list')
    .description("a scenario's experiments, or the runs of a rehearsal or a deployed event")
    .argument('[what]', 'a scenario, an event file, or the folder of a rehearsal', 'rental-market')
    .option('--deployed', 'event file: the runs of the deployed event')
    .option('--json', 'everything there is to know, as JSON')
    .option('--profile <name>', "deployed event: profile of the AWS configuration for the organizer's account")
    .option('--region <region>', 'deployed event: its region; that of the profile or of AWS_REGION when left out')
    .addHelpText('after', '\nExample:\n  $ npx gameday experiment list rehearsals/spring\n')
    .action(async (what: string, { json, deployed, ...home }: HomeOptions & { json?: true; deployed?: true }) => {
      const { listExperiments } = await import('./experiment-list');
      await listExperiments(what, { json: json === true, deployed: deployed === true, home }, io);
    });

  command
    .command('plan')
    .description('when each team gets what by the event file, and whether it is the same for all')
    .argument('<file>', 'event file')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  $ npx gameday experiment plan event.yaml\n')
    .action(async (file: string, { json }: { json?: true }) => {
      const { showExperimentPlan } = await import('./experiment-plan');
      await showExperimentPlan(file, json === true, io);
    });

  onEvent(command.command('run'))
    .description('break something now; it ends by itself')
    .argument('<experiment>', "one of the scenario's")
    .argument('<where>', 'folder of a running rehearsal, or the event file of a deployed event')
    .option('--team <id>', 'only this team; may be repeated; all of them when left out', collected, [])
    .option('--for <duration>', "this event time; the experiment's own when left out", durationOption)
    .option('--yes', 'deployed event: run without asking')
    .addHelpText(
      'after',
      '\nExits with 1 when it could not be begun at a team.\n\nExample:\n  $ npx gameday experiment run zone-outage event.yaml --team blue --for 5m\n',
    )
    .action(async (experiment: string, where: string, flags: HomeOptions & RunFlags) => {
      const { runExperiment } = await import('./experiment-run');
      const { team, for: seconds, yes, ...home } = flags;
      const options = { experiment, where, teams: team, seconds, yes: yes === true, home };
      await runExperiment(options, io);
    });

  onEvent(command.command('stop'))
    .description('take a run back now, or call it off before it begins')
    .argument('<run>', 'as `experiment plan` or `experiment list` names it')
    .argument('<where>', 'folder of a running rehearsal, or the event file of a deployed event')
    .addHelpText('after', '\nExample:\n  $ npx gameday experiment stop zone-outage-0-blue event.yaml\n')
    .action(async (run: string, where: string, home: HomeOptions) => {
      const { stopExperiment } = await import('./experiment-stop');
      await stopExperiment(run, where, home, io);
    });

  onEvent(command.command('stop-all'))
    .description('end every run at every team, at once; what is planned for later stays')
    .argument('<where>', 'folder of a rehearsal, or the event file of a deployed event')
    .addHelpText(
      'after',
      '\nExits with 1 when something could not be ended.\n\nExample:\n  $ npx gameday experiment stop-all event.yaml\n',
    )
    .action(async (where: string, home: HomeOptions) => {
      const { stopAllExperiments } = await import('./experiment-stop-all');
      await stopAllExperiments(where, home, io);
    });

  for (const each of workshopCommands(io)) command.addCommand(each);
  addLifeCommands(command, io);
  return command;
}

interface RunFlags {
  readonly team: readonly string[];
  readonly for?: number;
  readonly yes?: true;
}

const onEvent = (command: Command): Command =>
  command
    .option('--profile <name>', "deployed event: profile of the AWS configuration for the organizer's account")
    .option('--region <region>', 'deployed event: its region; that of the profile or of AWS_REGION when left out');
