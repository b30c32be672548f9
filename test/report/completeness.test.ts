import { readFileSync } from 'node:fs';
import path from 'node:path';
import { completenessOf } from '../../lib/report/completeness';
import { exampleFolder } from './two-editions';

const PROMPT = '> **To fill in**: Say it';
const draft = `# Post-mortem\n\n## Summary\n\nIt took 4m.\n\n${PROMPT}\n\n## Action items\n\n| # | Action | Kind | Owner | Due |\n| --- | --- | --- | --- | --- |\n| 1 |  |  |  |  |\n`;

test.each([
  ['a draft that nobody touched', draft, 0],
  ['a draft that was drawn anew with other numbers', draft.replace('4m', '5m'), 0],
  ['a prompt that was only removed', draft.replace(PROMPT, ''), 0],
  ['words in the place of the prompt', draft.replace(PROMPT, 'We were asleep.'), 0.5],
  ['words below the prompt', draft.replace(PROMPT, `${PROMPT}\n\nWe were asleep.`), 0.5],
  ['words on the line of the prompt', draft.replace(PROMPT, `${PROMPT}: we were asleep`), 0.5],
  ['an action without an owner', draft.replace('| 1 |  |  |  |  |', '| 1 | Alarm | detects |  | 2026-05-01 |'), 0],
  ['an action with owner and date', draft.replace('| 1 |  |  |  |  |', '| 1 | Alarm |  | shop | 2026-05-01 |'), 0.5],
  ['another text altogether', 'Nothing to see here', 0],
  ['line ends of Windows', draft.replace(PROMPT, 'We were asleep.').replaceAll('\n', '\r\n'), 0.5],
])('%s', (_, text, share) => {
  expect(completenessOf(text, draft)).toBe(share);
});

test('of the example’s fullest post-mortem no prompt is left', () => {
  expect(readFileSync(path.join(exampleFolder, 'second/postmortems/cones-2.md'), 'utf8')).not.toContain('To fill in');
});
