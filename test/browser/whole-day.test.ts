import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { GamedayProcess, scratchFolder } from '../e2e/rehearsal-process';
import { openPage, type BrowserPage } from '../support/browser-page';
import { ensureChromium, launchChromium } from '../support/chromium';
import { barriersOn, keepLook } from '../support/look-at';

// Event time passes thirty times as fast as real time; a shared machine may be slow to draw.
jest.setTimeout(300_000);

const hostile = '<img src=x onerror="document.title=\'taken\'"><b>Bold</b>';
const eventFile = `
name: Spring GameDay
scenario: rental-market
starts: 2026-12-10T09:00:00+01:00
duration: 1h
round: 30s
freeze: 10m
teams:
  - { id: idle, name: The Hammock Club }
  - { id: novice, name: First Day on Call }
  - { id: steady, name: Tortoise Operations }
  - { id: expert, name: Nine Nines }
traffic:
  - { at: 0m, rps: 2 }
  - { at: 1h, rps: 12 }
experiments: []
`;

const scratch = scratchFolder();
const file = path.join(scratch.path, 'event.yaml');
const records = path.join(scratch.path, 'day');
let rehearsal: GamedayProcess;
let browser: Browser;
const opened: BrowserPage[] = [];

beforeAll(async () => {
  const executable = await ensureChromium();
  if (executable === undefined) throw new Error('there is no Chromium');
  writeFileSync(file, eventFile);
  rehearsal = new GamedayProcess(
    ...['rehearse', file, '--wait', '--speed', '30', '--engine', 'embedded', '--port', '0', '--out', records],
  );
  browser = await launchChromium(executable);
}, 60_000);
afterAll(async () => {
  await browser.close();
  rehearsal.kill('SIGTERM');
  await rehearsal.ended;
  scratch.remove();
});

async function look(url: string): Promise<Page> {
  const one = await openPage(browser, url, { viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
  opened.push(one);
  one.page.setDefaultTimeout(30_000);
  await one.page.goto(url);
  return one.page;
}

const keyOf = (name: string): string =>
  new RegExp(`^${name} (.*)$`, 'm').exec(readFileSync(path.join(records, 'keys.txt'), 'utf8'))?.[1] ?? '';
const press = (within: Page | Locator, name: string): Promise<void> =>
  within.getByRole('button', { name, exact: true }).click();
const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

test('a day in three places at once: the control room steers it, a person repairs a team on its page, and the audience sees it end', async () => {
  const [, url = ''] = await rehearsal.says(/(http:\/\/127\.0\.0\.1:\d+\/)/);
  await rehearsal.says(/Nothing is played until/);
  const [organizer, team, audience] = await Promise.all([
    look(`${url}control.html`),
    look(`${url}team.html`),
    look(url),
  ]);
  const dialog = { organizer: organizer.getByRole('dialog'), team: team.getByRole('dialog') };
  const deed = async (name: string, confirm = name): Promise<void> => {
    await organizer.getByRole('button', { name, exact: true }).and(organizer.locator('[aria-disabled=false]')).click();
    await press(dialog.organizer, confirm);
    await dialog.organizer.waitFor({ state: 'detached' });
  };
  const pages = { organizer, team, audience };
  const keep = async (moment: string): Promise<void> => {
    for (const [who, page] of Object.entries(pages)) await keepLook(page, `day-${moment}-${who}`);
  };
  const stop = async (moment: string): Promise<void> => {
    await keep(moment);
    for (const [who, page] of Object.entries(pages)) {
      expect({ moment, who, barriers: await barriersOn(page) }).toEqual({ moment, who, barriers: [] });
    }
  };

  // Who may come in, and what they find before anything is played.
  await team.getByLabel('Code of your team').fill('WRONG-CODE');
  await press(team, 'Log in');
  await team.getByRole('alert').getByText(/code/i).waitFor();
  await team.getByLabel('Code of your team').fill(keyOf('idle'));
  await press(team, 'Log in');
  await team.getByText('Not started yet').first().waitFor();
  await organizer.getByLabel('Secret of the organizers').fill(keyOf('organizer'));
  await press(organizer, 'Log in');
  await audience.getByText('How points are made').waitFor();
  await organizer.getByRole('button', { name: 'Start', exact: true }).waitFor();
  await stop('waiting');

  await press(organizer, 'Start');
  await dialog.organizer.getByText('Everything is ready.').waitFor();
  await press(dialog.organizer, 'Start');
  await audience.locator('[data-screen=standings]').waitFor();
  const rate = async (): Promise<number> =>
    parseFloat(await organizer.getByText(/steps a second and team,/).innerText());
  const calm = await rate();
  await part(team, 'Incident').getByText('Customers are served well.').waitFor();
  await audience.locator('[data-team=idle]').getByText('OK').waitFor();

  // Something breaks everywhere, for longer than anybody would wait.
  await organizer.getByRole('tab', { name: 'Experiments' }).click();
  await organizer
    .getByRole('listitem')
    .filter({ has: organizer.getByRole('heading', { name: 'The intern deploys bookings on a Friday' }) })
    .getByRole('button', { name: 'Run…' })
    .click();
  await dialog.organizer.getByLabel('Minutes of event time').fill('60');
  await press(dialog.organizer, 'Break it now');
  const incident = part(team, 'Incident');
  await incident.getByText(/^⚠ Customers are not served well since/).waitFor();
  await press(incident, 'Declare an incident');
  await dialog.team.getByLabel('What do customers notice?').fill(`Nobody can book ${hostile}`);
  await press(dialog.team, 'Declare an incident');
  await incident.getByText(/^⚑ Declared at/).waitFor();
  await audience.locator('[data-team=idle]').getByRole('img', { name: 'declared' }).waitFor();
  await stop('broken');

  // A person repairs what made it an outage.
  const console = part(team, 'Console');
  await press(console, 'Take over the team');
  await press(dialog.team, 'Take over the team');
  await console.getByText('You play this team').waitFor();
  await console.getByLabel('Find a resource').fill('BookingsService');
  await console.getByRole('button', { name: /BookingsService.*Service/ }).click();
  const deployment = (name: string): Locator => console.getByLabel(`DeploymentConfiguration.${name}`, { exact: true });
  await deployment('MinimumHealthyPercent').fill('100');
  await deployment('MaximumPercent').fill('200');
  await deployment('DeploymentCircuitBreaker.Enable').selectOption('true');
  await deployment('DeploymentCircuitBreaker.Rollback').selectOption('true');
  await press(console, 'Review and deploy');
  await press(dialog.team, 'Deploy');
  await dialog.team.waitFor({ state: 'detached' });
  await press(console, 'Deploy anew');
  await press(dialog.team, 'Deploy anew');
  await dialog.team.waitFor({ state: 'detached' });
  await incident.getByText('Customers are served well.').waitFor();
  await audience.locator('[data-team=idle]').getByText('OK').waitFor();
  await organizer.getByRole('tab', { name: 'Repairs' }).click();
  await organizer
    .getByRole('row', { name: /Hammock Club/ })
    .getByRole('img', { name: 'repaired', exact: true })
    .waitFor();

  // What people say reaches whom it is for.
  await organizer.getByLabel('Announcement to everybody').fill(`Lunch at noon ${hostile}`);
  await press(organizer, 'Announce');
  await team.locator('.masthead').getByText(`Lunch at noon ${hostile}`).waitFor();
  await audience.getByText(`Lunch at noon ${hostile}`).first().waitFor();
  await team.getByLabel('Ask the organizers').fill(`May we? ${hostile}`);
  await press(team, 'Ask');
  await organizer.getByRole('tab', { name: /Questions/ }).click();
  const question = organizer.getByRole('listitem').filter({ hasText: `May we? ${hostile}` });
  await question.getByLabel('Answer').fill(`You may. ${hostile}`);
  await question.getByLabel('To all teams').check();
  await press(question, 'Send');
  await part(team, 'Announcements and questions').getByText(`You may. ${hostile}`).waitFor();
  await organizer.getByRole('tab', { name: 'Teams' }).click();
  await keep('talk');

  // The audience’s board stands still while the team sees its own score go on.
  await deed('Freeze');
  await audience
    .getByText(/^Standings frozen at/)
    .first()
    .waitFor();
  await team.locator('.masthead-frozen').waitFor();
  const shown = (): Promise<string> => audience.locator('[data-team=idle] .row-points').innerText();
  const own = (): Promise<string> => team.locator('.masthead-points strong').innerText();
  const [frozenShown, frozenOwn] = [await shown(), await own()];
  await team.locator('.masthead-points strong').filter({ hasNotText: frozenOwn }).waitFor();
  await organizer
    .getByText(/The audience sees \d/)
    .first()
    .waitFor();
  await stop('frozen');
  expect(await rate()).toBeGreaterThan(calm);

  await deed('Close');
  await team.getByText('Closed').first().waitFor();
  expect(await shown()).toBe(frozenShown);
  await deed('Reveal');
  await audience.locator('[data-step=intro]').waitFor();
  await audience.keyboard.press('Space');
  const next = (): Promise<void> => audience.keyboard.press('ArrowRight');
  for (let place = 0; place < 4; place += 1) await next();
  expect(await audience.locator('.podium-1 .podium-name').innerText()).not.toBe('?');
  await keep('podium');
  for (let award = 0; award < 5; award += 1) await next();
  await keep('awards');
  await audience.keyboard.press('Escape');
  await audience.locator('.notice-winner').waitFor();
  await stop('end');
  expect(await shown()).toBe(await own());

  expect(opened.map(({ complaints }) => complaints.filter((each) => !each.includes('401')))).toEqual([[], [], []]);
  for (const page of Object.values(pages)) {
    expect(await page.title()).not.toBe('taken');
    expect(await page.locator('b, img[src=x]').count()).toBe(0);
  }
});
