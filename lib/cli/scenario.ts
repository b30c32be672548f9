import { Command } from 'commander';
import type { Io } from '../core/io';

/** `gameday scenario …`: for those who write scenarios. */
export function scenarioCommand(io: Io): Command {
  const command = new Command('scenario')
    .description('list, begin and check scenarios')
    .addHelpText(
      'after',
      '\nExample:\n  $ npx gameday scenario new my-scenario && npx gameday scenario check my-scenario\n',
    );

  command
    .command('list')
    .description('the scenarios of this checkout')
    .addHelpText('after', '\nExample:\n  $ npx gameday scenario list\n')
    .action(async () => {
      const { listScenarios } = await import('./scenario-list');
      await listScenarios(io);
    });

  command
    .command('new')
    .description('begin a scenario: a copy of the smallest one, which works at once')
    .argument('<name>', 'small letters, digits and hyphens: the folder below scenarios/')
    .addHelpText('after', '\nExample:\n  $ npx gameday scenario new my-scenario\n')
    .action(async (name: string) => {
      const { writeNewScenario } = await import('./scenario-new');
      writeNewScenario(name, io);
    });

  command
    .command('check')
    .description('synthesise a scenario: what each weakness changes, and what the arena does not model')
    .argument('<name>', 'a folder of scenarios/')
    .addHelpText(
      'after',
      '\nExits with 1 when a weakness changes nothing or what another changes, with 2 when an experiment is a draft.\n\nExample:\n  $ npx gameday scenario check rental-market\n',
    )
    .action(async (name: string) => {
      const { checkScenario } = await import('./scenario-check');
      await checkScenario(name, io);
    });

  return command;
}
