import { labPage } from '../../lib/lab/page/page';
import { tinyEvent, tinyReport } from './tiny-shop';

const report = tinyReport(tinyEvent());
const page = labPage(report);

test('the page stands alone: no script, and nothing from elsewhere', () => {
  expect(page).not.toMatch(/<script|<link|@import|url\(|\bsrc=|\bhref=|https?:/i);
});

test('the page tells every weakness, player and verdict', () => {
  for (const { title } of [...report.weaknesses, ...report.players]) expect(page).toContain(title);
  for (const { id } of report.verdicts) expect(page).toContain(`<code>${id}</code>`);
});

test('what others wrote is text on the page, never markup', () => {
  const hostile = '<img src=x onerror=alert(1)>"\'&';
  const spoiled = labPage({
    ...report,
    title: hostile,
    scenario: hostile,
    event: { ...report.event, name: hostile },
    weaknesses: report.weaknesses.map((each) => ({ ...each, id: hostile, title: hostile, symptom: hostile })),
    conditions: report.conditions.map((each) => ({ ...each, label: hostile })),
    verdicts: report.verdicts.map((each) => ({ ...each, reason: hostile })),
    notModelled: [{ id: hostile, type: hostile, assumed: hostile }],
  });
  expect(spoiled).not.toContain('<img');
  expect(spoiled).toContain('&#60;img');
});

test('every number of a plot is one', () => {
  const drawn = [...page.matchAll(/ (?:x|width|d)="([^"]*)"/g)].map(([, value]) => value ?? '');
  expect(drawn.length).toBeGreaterThan(20);
  for (const value of drawn) expect(value).toMatch(/^[MHVL\d. -]+$/);
  expect(page).not.toMatch(/NaN|Infinity|undefined/);
});

test('a broken verdict is told at the top, and a fair scenario says so', () => {
  expect(page).toMatch(/<span class="badge broken">.* broken<\/span>/);
  expect(labPage({ ...report, passed: true, verdicts: report.verdicts.filter(({ passed }) => passed) })).toContain(
    '<span class="badge kept">every verdict is kept</span>',
  );
});

test('sections with nothing to show are left out', () => {
  const bare = labPage({ ...report, notModelled: [], responses: [] });
  expect(bare).not.toContain('Not modelled');
  expect(bare).not.toContain('detect and recover');
});
