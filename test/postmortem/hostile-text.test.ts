import fc from 'fast-check';
import { incidentsOf } from '../../lib/core/incidents/incidents';
import { outcomesOf } from '../../lib/core/incidents/outcomes';
import { htmlOf } from '../../lib/postmortem/html';
import { htmlText } from '../../lib/postmortem/html-text';
import { markdownOf } from '../../lib/postmortem/markdown';
import { markdownText } from '../../lib/postmortem/markdown-text';
import { postMortemOf } from '../../lib/postmortem/post-mortem';
import { anEntry, declared } from '../support/builders';
import { dayEvent, playedDay, struck } from '../support/incident-day';

/** A draft in which everything that people may write is this text. */
function draftWith(text: string) {
  const teams = dayEvent.teams.map((team) => (team.id === 'blue' ? { ...team, name: text } : team));
  const event = { ...dayEvent, name: text, teams, weaknesses: [{ id: 'w', title: text, hintSeconds: [1] }] };
  const game = playedDay(
    { blue: 'ggbbgg' },
    ...struck('blue', 130, 250, text),
    { ...declared('blue', 165), text } as ReturnType<typeof declared>,
    anEntry('incident-updated', 170, { team: 'blue', text, audience: 'external' }, { by: `bot:${text}` }),
    anEntry('announced', 175, { text }),
    anEntry('repaired', 180, { team: 'blue', weakness: text }),
    anEntry('repaired', 181, { team: 'blue', weakness: 'w' }),
  );
  const found = incidentsOf(event, game);
  const evidence = { event, game, teams: found, cards: [], outcomes: outcomesOf(event, game, found, []) };
  return postMortemOf(found[0]!.incidents[0]!, evidence);
}

/** Tags without what stands between them; inside the graph, without its description. */
const tags = (html: string): string[] =>
  [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/ aria-label="[^"]*"/, ''));

/** What makes Markdown more than words: line by line, its unescaped marks. */
const marks = (markdown: string): string[] =>
  markdown.split('\n').map((line) =>
    line
      .replace(/\\[!-/:-@[-`{-~]/g, '')
      .replace(/&(?:amp|lt|gt|#\d+);/g, '')
      .replace(/[^\\`*_{}[\]<>|~$&^]/g, ''),
  );

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</q></li></ol><h1>Hacked</h1>',
  '</text></svg><script>alert(1)</script>',
  '&lt;b&gt; &#60;b&#62;',
  '| a | b |\n| --- | --- |',
  '\n# Heading\n\n- [ ] list\n\n> quote\n\n```\ncode\n```\n',
  '![x](https://evil.example/x.png) [y](javascript:alert(1)) <https://evil.example>',
  '**bold** _it_ ~~gone~~ `code` $x$ [^1] \\',
  '\u202egnp.exe\u2066\u0000\u001b[31m\u2028x\u0085y',
];

test.each(hostile.map((text) => [text]))('as HTML %j is text and nothing else', (text) => {
  expect(tags(htmlOf(draftWith(text)))).toEqual(tags(htmlOf(draftWith('words'))));
});

test.each(hostile.map((text) => [text]))('as Markdown %j is text and nothing else', (text) => {
  expect(marks(markdownOf(draftWith(text), 'x.svg'))).toEqual(marks(markdownOf(draftWith('words'), 'x.svg')));
});

test('whatever somebody writes is text and nothing else', () => {
  const html = tags(htmlOf(draftWith('words')));
  const markdown = marks(markdownOf(draftWith('words'), 'x.svg'));
  const anyText = fc.string({
    unit: fc.oneof(fc.constantFrom(...'<>&"\'|*_`[]()!#-\\\n ~$:/.'), fc.string({ minLength: 1, maxLength: 1 })),
    minLength: 1,
  });
  fc.assert(
    fc.property(anyText, (text) => {
      expect(tags(htmlOf(draftWith(text)))).toEqual(html);
      expect(marks(markdownOf(draftWith(text), 'x.svg'))).toEqual(markdown);
    }),
    { numRuns: 60 },
  );
});

test('a page loads nothing and runs nothing', () => {
  const page = htmlOf(draftWith('words'));
  expect(page).toContain(
    `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
  );
  expect(page).not.toMatch(/<script|<link|<img|<iframe|href=|src=|url\(|@import/i);
});

test.each([
  ['line ends stay in a page and become spaces in Markdown', 'a\r\nb', 'a\nb', 'a b'],
  ['characters that turn the direction are left out', 'a\u202eb', 'ab', 'ab'],
  [
    'addresses are no links in Markdown',
    'https://a.example www.b.example',
    'https://a.example www.b.example',
    'https&#58;//a.example www&#46;b.example',
  ],
  ['ampersands stay ampersands', 'R&D', 'R&#38;D', 'R&amp;D'],
])('%s', (_, text, html, markdown) => {
  expect(htmlText(text)).toBe(html);
  expect(markdownText(text)).toBe(markdown);
});
