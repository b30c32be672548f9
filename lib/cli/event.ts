import { Command } from 'commander';
import type { Io } from '../core/io';

/** `gameday event …`: the event file. */
export function eventCommand(io: Io): Command {
  const command = new Command('event')
    .description('write and check event files')
    .addHelpText('after', '\nExample:\n  $ npx gameday event new && npx gameday event check event.yaml\n');

  command
    .command('check')
    .description('tell every mistake in an event file, with line, column and what to write instead')
    .argument('<file>', 'event file')
    .addHelpText('after', '\nExample:\n  $ npx gameday event check event.yaml\n')
    .action(async (file: string) => {
      const { checkEventFile } = await import('./event-check');
      await checkEventFile(file, io);
    });

  command
    .command('new')
    .description('write an example event file to start from')
    .argument('[file]', 'where to write it', 'event.yaml')
    .option('--schema', 'also write its JSON Schema beside it, so that editors complete and check')
    .option('--yes', 'replace files without asking')
    .addHelpText('after', '\nExample:\n  $ npx gameday event new spring.yaml --schema\n')
    .action(async (file: string, options: { schema?: true; yes?: true }) => {
      const { writeNewEvent } = await import('./event-new');
      await writeNewEvent(file, { schema: options.schema === true, yes: options.yes === true }, io);
    });

  command
    .command('schema')
    .description('print the JSON Schema of event files')
    .addHelpText('after', '\nExample:\n  $ npx gameday event schema > event.schema.json\n')
    .action(async () => {
      const { eventSchemaText } = await import('./event-schema-text');
      io.result(eventSchemaText());
    });

  return command;
}
