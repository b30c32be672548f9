import type { Command } from 'commander';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gamedayProgram } from '../../lib/cli/program';
import { mistakeText } from '../../lib/core/event/event-mistakes';
import { readEventText } from '../../lib/core/event/event-file';
import { loadScenario, scenarioNames } from '../../lib/scenarios/catalogue';
import { spokenIo } from '../support/spoken';

const program = gamedayProgram(spokenIo());
const root = path.join(__dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** The blocks of a language. */
function snippets(language: string): readonly string[] {
  const blocks = [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text!);
  expect(blocks).not.toEqual([]);
  return blocks;
}

test('the event file in the README passes the check, also with the sections that later chapters add', async () => {
  const card = await loadScenario('rental-market');
  const resolution = readEventText(snippets('yaml').join('')).resolve({ scenarios: scenarioNames(), card });
  expect(resolution.ok ? [] : resolution.mistakes.map(mistakeText)).toEqual([]);
});

test('the weakness in the README is one of the scenario, word for word, so it is compiled', () => {
  const file = 'scenarios/rental-market/weaknesses/starved-table.ts';
  expect(readme).toContain(`\`${file}\``);
  expect(snippets('ts')).toEqual([readFileSync(path.join(root, file), 'utf8')]);
});

test('every path that the README names exists', () => {
  const paths = [...readme.matchAll(/[`(]((?:bin|docs|lib|load|scenarios|test|web)\/[\w./-]*)[`)]/g)].map(
    ([, name]) => name!,
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});

test('every command that the README names exists, with the options that it names', () => {
  const lines = [...readme.matchAll(/npx gameday ([^`\n#]*)/g)].map(([, words]) => words!.trim());
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) {
    const words = line.split(/\s+/);
    let command: Command = program;
    for (let found = named(command, words[0]); found !== undefined; found = named(command, words[0])) {
      command = found;
      words.shift();
    }
    expect(command === program && line !== '--help' ? line : 'known').toBe('known');
    const known = ['--help', ...command.options.map(({ long }) => long)];
    for (const option of words.filter((word) => word.startsWith('--'))) expect(known).toContain(option);
  }
});

test('the chapter for authors speaks of every file of a new scenario', () => {
  const chapter = readme.slice(readme.indexOf('## Write a scenario'), readme.indexOf('## What is proved'));
  const files = readdirSync(path.join(root, 'scenarios/corner-shop'), { withFileTypes: true });
  for (const file of files.filter(({ name }) => !name.endsWith('.html'))) {
    expect(chapter).toContain(`\`${file.name}${file.isDirectory() ? '/' : ''}\``);
  }
});

const named = (command: Command, name: string | undefined) => command.commands.find((each) => each.name() === name);
