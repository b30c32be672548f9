import fc from 'fast-check';
import { nearestClass } from '../../lib/workshop/nearest-class';
import { readIncidents } from '../../lib/workshop/read-incidents';
import { tableMistakeText } from '../../lib/workshop/text-table';

const head = 'date,title,class,detected by,minutes to detect,minutes to recover,systems';
const csv = (...rows: string[]) => readIncidents([head, ...rows].join('\n'), 'csv');
const mistakes = (...rows: string[]): string[] => csv(...rows).mistakes.map(tableMistakeText);

const deployment = {
  id: '2026-03-14-a-release-went-wrong',
  date: '2026-03-14',
  title: 'A release went wrong',
  failureClass: 'change and deployment',
  detectedBy: 'alarm',
  minutesToDetect: 4,
  minutesToRecover: 90,
  systems: ['checkout', 'cards'],
};

test('a line of a table is an incident', () => {
  const read = csv('2026-03-14,A release went wrong,change and deployment,alarm,4,90,"checkout, cards"');
  expect(read).toEqual({ incidents: [deployment], mistakes: [], unused: [] });
});

test('the same table can be written in Markdown, with markup, beside other tables and text', () => {
  const text = `# Last year

| who | when |
| --- | --- |
| us | 2025 |

| Incident | Date | Failure class | Noticed by | TTD (min) | TTR (min) | Services |
|:---|---|---|---|--:|--:|---|
| [A release went wrong](https://wiki.example.com/1) | 2026-03-14 | **Change & Deployment** | alarm | 4 | 1h30m | checkout; \`cards\` |
`;
  expect(readIncidents(text, 'markdown')).toEqual({ incidents: [deployment], mistakes: [], unused: [] });
});

test.each([
  ['semicolons, as some spreadsheets write', 'date;title;class\n2026-03-14;Cards, all of them;dependency'],
  ['tabs', 'date\ttitle\tclass\n2026-03-14\tCards, all of them\tdependency'],
  [
    'a mark of byte order and line ends of Windows',
    '\uFEFFtitle,date,class\r\n"Cards, all of them",2026-03-14,dependency\r\n,,\r\n',
  ],
  ['an instant instead of a day', 'date,title,class\n2026-03-14T10:00:00Z,"Cards, all of them",Dependency'],
])('a table is read with %s', (_, text) => {
  const { incidents, mistakes: found } = readIncidents(text, 'csv');
  expect(found).toEqual([]);
  expect(incidents).toEqual([expect.objectContaining({ date: '2026-03-14', title: 'Cards, all of them' })]);
});

test.each([
  ['45', 45],
  ['45 min', 45],
  ['4,5', 4.5],
  ['1h 30m', 90],
  ['2 hours', 120],
  ['0:45', 45],
  ['', undefined],
  ['?', undefined],
  ['unknown', undefined],
])('a time written as "%s" is %p minutes', (written, minutes) => {
  const { incidents } = csv(`2026-03-14,Slow,dependency,,,"${written}",`);
  expect(incidents.map(({ minutesToRecover }) => minutesToRecover)).toEqual([minutes]);
});

test('every mistake is told with its line and column, and what to write instead', () => {
  expect(
    mistakes(
      '14/03/2026,One,dependency,,,,',
      '2026-03-14,,dependency,,soon,,',
      '2026-03-15,Three,Releases,,,-5,',
      '2026-03-16,Four,,,,,',
      '2026-03-17,Five,dependency,a,1,2,x,y',
    ),
  ).toEqual([
    '2 date: "14/03/2026" cannot stand here. Write the day as year, month and day: 2026-03-14.',
    '3 title: is missing. Write 1 to 200 characters in one line.',
    '3 minutes to detect: "soon" cannot stand here. Write minutes such as 45, or a duration such as 1h30m; leave it empty when nobody knows.',
    '4 class: "Releases" is no failure class. Did you mean change and deployment?',
    '4 minutes to recover: "-5" cannot stand here. Write minutes such as 45, or a duration such as 1h30m; leave it empty when nobody knows.',
    '5 class: is missing. Write one of the failure classes.',
    '6 there are 8 cells for 7 columns. Put cells that hold the sign between cells in quotes, or write a backslash before it in Markdown.',
  ]);
});

test.each([
  [
    'a table without a needed column',
    'date,titel,class\n2026-03-14,x,dependency',
    '1 title: this column is missing. Call the column title instead of titel.',
  ],
  ['a table about something else', 'who,what\nus,this', '1 date: this column is missing.'],
  ['an empty file', '', '1 there is no table of incidents.'],
  ['a quote that is never closed', 'date,title,class\n2026-03-14,"x,dependency', 'a quote is not where it belongs.'],
])('%s is told', (_, text, told) => {
  const [first] = readIncidents(text, 'csv').mistakes.map(tableMistakeText);
  expect(first).toContain(told);
});

test.each([
  ['Deployment', 'change and deployment'],
  ['capcity and traffic', 'capacity and traffic'],
  ['3rd party outage', 'dependency'],
  ['DNS', 'configuration and access'],
  ['Human error', 'people and process'],
  ['Monitoring gap', 'observability'],
  ['zzz', undefined],
])('whoever writes "%s" is offered %p', (written, offered) => {
  expect(nearestClass(written)).toBe(offered);
});

test('words of one’s own can be given a meaning', () => {
  const text = 'date,title,class\n2026-03-14,x,P1 / Code';
  const { incidents, mistakes: found } = readIncidents(text, 'csv', new Map([['p1 / code', 'change and deployment']]));
  expect([incidents.map(({ failureClass }) => failureClass), found]).toEqual([['change and deployment'], []]);
});

test('the same incident twice is one; with other values it is a mistake, unless ids tell them apart', () => {
  const row = '2026-03-14,Slow,dependency,,,30,';
  expect(csv(row, row).incidents).toHaveLength(1);
  expect(mistakes(row, '2026-03-14,Slow,dependency,,,40,')[0]).toContain('3 this is the same incident as in line 2');
  const apart = readIncidents(
    'id,date,title,class\nA-1,2026-03-14,Slow,dependency\nA-2,2026-03-14,Slow,dependency',
    'csv',
  );
  expect([apart.incidents.map(({ id }) => id), apart.mistakes]).toEqual([['A-1', 'A-2'], []]);
});

test.each([
  ['spaces below a table’s head', 'markdown', (many: number) => `|a|\n-${' '.repeat(many)}x`],
  ['brackets', 'markdown', (many: number) => `|date|title|class|\n|-|-|-|\n|${'[]('.repeat(many)}|`],
  ['letters where a class belongs', 'csv', (many: number) => `date,title,class\n2026-01-01,a,${'x'.repeat(many)}`],
] as const)('a hundred thousand %s in one line keep nobody waiting and fill no screen', (_what, format, text) => {
  const began = performance.now();
  const { mistakes: found } = readIncidents(text(100_000), format);
  expect(performance.now() - began).toBeLessThan(3000);
  expect(found.map(tableMistakeText).join('').length).toBeLessThan(1000);
});

test('whatever a file holds, it is read or told what is wrong with it', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('date', 'title', 'class', '"', '|', '---', '2026-01-01', 'dependency', '\n'),
  );
  const text = fc.array(cell, { maxLength: 30 }).map((cells) => cells.join(','));
  fc.assert(
    fc.property(text, fc.constantFrom('csv' as const, 'markdown' as const), (written, format) => {
      const { incidents, mistakes: found } = readIncidents(written, format);
      expect(found.every(({ line, fix }) => line >= 1 && fix !== '')).toBe(true);
      expect(new Set(incidents.map(({ id }) => id)).size).toBe(incidents.length);
    }),
  );
});
