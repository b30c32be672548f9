import type { Command } from 'commander';
import type { Io } from '../core/io';
import type { HomeOptions } from './deployed-records';
import { wholeNumberOption } from './option-values';
import type { LifeWord } from './tell-life';

interface LifeFlags extends HomeOptions {
  readonly as: string;
  readonly deployed?: true;
  readonly environment: string;
  readonly in: string;
}

/** `gameday experiment status|draft|review|rehearsed|approve|withdraw|agree`: how experiments of an informed event come to run. */
export function addLifeCommands(experiment: Command, io: Io): void {
  const heading = 'Before an informed event:';
  const about = (name: string, description: string, example: string): Command =>
    experiment
      .command(name)
      .helpGroup(heading)
      .description(description)
      .option('--deployed', 'in the records of the deployed event, not beside the event file')
      .option('--profile <name>', "deployed event: profile of the AWS configuration for the organizer's account")
      .option('--region <region>', 'deployed event: its region; that of the profile or of AWS_REGION when left out')
      .addHelpText('after', `\nExample:\n  $ npx gameday experiment ${example}\n`);
  const byName = (command: Command): Command =>
    command.requiredOption('--as <person>', 'who says so, a name of the event file');

  about('status', 'how far each planned experiment has come, and where it might run', 'status event.yaml')
    .argument('<file>', 'event file of the informed style')
    .option('--json', 'as JSON')
    .action(async (file: string, { json, deployed, ...home }: LifeFlags & { json?: true }) => {
      const { showLife } = await import('./show-life');
      await showLife({ where: file, deployed: deployed === true, home }, json === true, io);
    });

  byName(about('draft', 'hand an experiment in, as it is now', 'draft zone-outage event.yaml --as "First villain"'))
    .argument('<experiment>', "one of the scenario's")
    .argument('<file>', 'event file')
    .action((name: string, file: string, flags: LifeFlags) => say(file, { kind: 'draft', name }, flags, io));

  byName(about('review', "say that somebody else's experiment is sound", 'review zone-outage event.yaml --as Scribe'))
    .argument('<experiment>', "one of the scenario's")
    .argument('<file>', 'event file')
    .action((name: string, file: string, flags: LifeFlags) => say(file, { kind: 'review', name }, flags, io));

  byName(
    about(
      'rehearsed',
      'take over that an experiment ran to its end in a rehearsal',
      'rehearsed zone-outage event.yaml --in rehearsals/spring --as Scribe',
    ),
  )
    .argument('<experiment>', "one of the scenario's")
    .argument('<file>', 'event file')
    .requiredOption('--in <dir>', 'folder of the rehearsal')
    .action((name: string, file: string, flags: LifeFlags) =>
      say(file, { kind: 'rehearsed', name, folder: flags.in }, flags, io),
    );

  for (const [kind, description] of [
    ['approve', 'let experiments run in an environment, or this one in production; its owner alone can'],
    ['withdraw', 'take such approvals back; what runs by them ends'],
  ] as const) {
    byName(about(kind, description, `${kind} event.yaml zone-outage --environment production --as "Shop owner"`))
      .argument('<where>', 'event file, or folder of a running rehearsal')
      .argument('[experiment]', 'this one, as it is now; any that needs no approval of its own when left out')
      .requiredOption('--environment <id>', 'of the event file')
      .action((where: string, name: string | undefined, flags: LifeFlags) =>
        say(where, { kind, name, environment: flags.environment }, flags, io),
      );
  }

  byName(
    about(
      'agree',
      'agree that a kick-off begins in production: two persons have to',
      'agree 1 event.yaml --deployed --environment production --as "Game master"',
    ),
  )
    .argument('<number>', 'of the kick-off', wholeNumberOption(1, 10_000))
    .argument('<where>', 'folder of a running rehearsal, or with --deployed the event file')
    .requiredOption('--environment <id>', 'where it was decided to run')
    .action(async (kickOff: number, where: string, { as, deployed, environment, ...home }: LifeFlags) => {
      const { agreeToStart } = await import('./tell-life');
      const place = { where, deployed: deployed === true, home };
      await agreeToStart(place, { kickOff, environment }, as, io);
    });
}

async function say(where: string, word: LifeWord, { as, deployed, ...home }: LifeFlags, io: Io): Promise<void> {
  const { tellLife } = await import('./tell-life');
  await tellLife({ where, deployed: deployed === true, home }, word, as, io);
}
