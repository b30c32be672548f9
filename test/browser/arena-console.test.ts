import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { synthesise } from '../../lib/scenarios/synth';
import { ConsoleDesk } from '../rehearsal/console/desk';
import { someApiPages, type ApiPagesUnderTest } from '../support/api-page';
import type { BrowserPage } from '../support/browser-page';

const screenshots = join(__dirname, '../screenshots');
mkdirSync(screenshots, { recursive: true });

jest.setTimeout(60_000);

let pages: ApiPagesUnderTest;
let opened: BrowserPage;
beforeAll(async () => {
  pages = await someApiPages();
}, 60_000);
afterAll(() => pages.close());
afterEach(() => opened.close());

test('a person takes a team over, is told what AWS would not take, looks at a change before it is deployed, and sees the service move', async () => {
  const desk = await ConsoleDesk.open(await synthesise('rental-market'));
  desk.office.realNow = Date.now();
  pages.answerWith((request) => desk.office.app.fetch(request));
  opened = await pages.open('team.html', { viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
  const { page, url } = opened;
  await page.goto(url);
  await page.getByRole('textbox').fill(await desk.office.desk.code('blue'));
  await page.keyboard.press('Enter');

  const console = page.getByRole('region', { name: 'Console' });
  await console.getByText('A bot plays this team').waitFor();
  await console.getByLabel('Find a resource').fill('BookingsService93');
  await console.getByRole('button', { name: /BookingsService93/ }).click();
  const desired = console.getByLabel('DesiredCount', { exact: true });
  expect(await desired.isDisabled()).toBe(true);

  await console.getByRole('button', { name: 'Take over the team' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The bot stops').waitFor();
  await dialog.getByRole('button', { name: 'Take over the team' }).press('Enter');
  await console.getByText('You play this team').waitFor();

  const deployment = console.getByLabel('DeploymentConfiguration.MinimumHealthyPercent');
  await deployment.fill('100');
  await desired.fill('2');
  await console.getByText('2 changes are not deployed yet.').waitFor();
  await console.getByRole('button', { name: 'Review and deploy' }).click();
  expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/DeploymentConfiguration\.MinimumHealthyPercent\s+0 → 100/),
    expect.stringMatching(/DesiredCount\s+1 → 2/),
  ]);
  await page.screenshot({ path: join(screenshots, 'console-review.png') });
  await dialog.getByRole('button', { name: 'Deploy' }).click();
  await dialog.getByRole('alert').getByText('maximumPercent (100) must be greater').waitFor();
  await page.keyboard.press('Escape');
  await deployment.fill('0');
  await console.getByLabel('Find a resource').fill('TaskCountTarget97');
  await console.getByRole('button', { name: /TaskCountTarget97/ }).click();
  await console.getByLabel('MaxCapacity').fill('8');
  await console.getByRole('button', { name: 'Review and deploy' }).click();
  await dialog.getByRole('button', { name: 'Deploy' }).click();

  await console.getByText(/goes from 1 to 2/).waitFor();
  expect(await console.getByLabel('MaxCapacity').inputValue()).toBe('8');
  expect(await console.getByRole('button', { name: 'Review and deploy' }).count()).toBe(0);
  expect(desk.team.present()).not.toContain('lonely-bookings');
  await console.getByLabel('Find a resource').fill('BookingsService93');
  await console.getByRole('button', { name: /BookingsService93.*2 wanted · .*being deployed/ }).click();
  desk.rehearsal.stage.advance(120);
  await console.getByRole('button', { name: /BookingsService93.*2 wanted · as it should be/ }).waitFor();
  expect(await console.getByRole('row', { name: /BookingsService.*Running.*healthy/ }).count()).toBe(2);

  const { violations } = await new AxeBuilder({ page }).include('.console').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  for (const [width, height] of [
    [390, 844],
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await console.screenshot({ path: join(screenshots, `console-${width}x${height}.png`) });
  }
  // What a person is refused is an answer that the browser notes.
  expect(opened.complaints.filter((each) => !each.includes('409'))).toEqual([]);
});
