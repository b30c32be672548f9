import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mistakeText } from '../../lib/core/event/event-mistakes';
import { readEventText } from '../../lib/core/event/event-file';
import { loadScenario, scenarioNames } from '../../lib/scenarios/catalogue';

const root = path.join(__dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** The only block of a language. */
function snippet(language: string): string {
  const blocks = [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text);
  expect(blocks).toHaveLength(1);
  return blocks[0]!;
}

test('the event file in the README passes the check', async () => {
  const card = await loadScenario('rental-market');
  const resolution = readEventText(snippet('yaml')).resolve({ scenarios: scenarioNames(), card });
  expect(resolution.ok ? [] : resolution.mistakes.map(mistakeText)).toEqual([]);
});

test('the weakness in the README is one of the scenario, word for word, so it is compiled', () => {
  const file = 'scenarios/rental-market/weaknesses/starved-table.ts';
  expect(readme).toContain(`\`${file}\``);
  expect(snippet('ts')).toBe(readFileSync(path.join(root, file), 'utf8'));
});

test('every path that the README names exists', () => {
  const paths = [...readme.matchAll(/[`(]((?:bin|docs|lib|load|scenarios|test|web)\/[\w./-]*)[`)]/g)].map(
    ([, name]) => name!,
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});
