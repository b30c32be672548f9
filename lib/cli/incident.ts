import { Command, Option } from 'commander';
import type { Io } from '../core/io';
import type { HomeOptions } from './deployed-records';
import { messageOption } from './option-values';
import type { IncidentWord } from './tell-incident';

interface Flags extends HomeOptions {
  readonly team: string;
  readonly text: string;
  readonly audience: 'internal' | 'external';
}

/** `gameday incident declare|update|resolve`: what a team says about what its customers suffer. */
export function incidentCommand(io: Io): Command {
  const command = new Command('incident')
    .description('declare, update and resolve incidents of a team, in a running rehearsal or a deployed event')
    .addHelpText(
      'after',
      '\nExample:\n  $ npx gameday incident declare event.yaml --team blue --text "Nobody can book"\n',
    );
  const tell = async (where: string, word: IncidentWord, flags: Flags): Promise<void> => {
    const { tellIncident } = await import('./tell-incident');
    await tellIncident({ where, team: flags.team, word, home: flags }, io);
  };

  about(
    command,
    'declare',
    "say that a team's customers suffer; a false alarm costs points",
    ' --text "Nobody can book"',
  )
    .requiredOption('--text <words>', 'what customers see', messageOption)
    .action((where: string, flags: Flags) => tell(where, { type: 'incident-declared', text: flags.text }, flags));

  about(command, 'update', 'say how an incident stands', ' --audience external --text "Bookings work again"')
    .requiredOption('--text <words>', 'what is known, done and next', messageOption)
    .addOption(
      new Option('--audience <who>', 'colleagues, or customers too')
        .choices(['internal', 'external'])
        .default('internal'),
    )
    .action((where: string, flags: Flags) =>
      tell(where, { type: 'incident-updated', text: flags.text, audience: flags.audience }, flags),
    );

  about(command, 'resolve', 'say that an incident is over', '').action((where: string, flags: Flags) =>
    tell(where, { type: 'incident-resolved' }, flags),
  );
  return command;
}

const about = (parent: Command, name: string, description: string, more: string): Command =>
  parent
    .command(name)
    .description(description)
    .argument('<where>', 'folder of a running rehearsal, or the event file of a deployed event')
    .requiredOption('--team <id>', 'the team whose incident it is')
    .option('--profile <name>', "deployed event: profile of the AWS configuration for the organizer's account")
    .option('--region <region>', 'deployed event: its region; that of the profile or of AWS_REGION when left out')
    .addHelpText('after', `\nExample:\n  $ npx gameday incident ${name} rehearsals/spring --team blue${more}\n`);
