import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArchitecture } from '../../lib/architecture/read';
import { synthesise } from '../../lib/scenarios/synth';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'synthesise-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kept = () => {
  const [name = '', ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return join(folder, name);
};

test('templates are made once and kept, and made again when what was kept is broken', async () => {
  const made = await synthesise('rental-market', {}, folder);
  expect(Object.keys(made.spoiledBy)).toHaveLength(14);
  const text = readFileSync(kept(), 'utf8');

  writeFileSync(kept(), text.replaceAll('t4g.nano', 'marked'));
  expect(JSON.stringify(await synthesise('rental-market', {}, folder))).toContain('marked');

  for (const broken of [text.slice(0, 1000), '{"good":{}}']) {
    writeFileSync(kept(), broken);
    expect(await synthesise('rental-market', {}, folder)).toEqual(made);
    expect(readFileSync(kept(), 'utf8')).toBe(text);
  }
}, 60_000);

test('a cache that cannot be written only costs time', async () => {
  const blocked = join(folder, 'blocked');
  writeFileSync(blocked, 'a file where a folder should be');
  expect(Object.keys((await synthesise('rental-market', {}, blocked)).spoiledBy)).toHaveLength(14);
  rmSync(blocked);
}, 60_000);

test('an unknown scenario is named, with those that are known', async () => {
  await expect(synthesise('rental-mrket')).rejects.toMatchObject({ code: 'ScenarioUnknown' });
});

test('the arena reads every tier of both templates, and knows every resource type or says what it assumes', async () => {
  const { good, spoiled } = await synthesise('rental-market', {}, folder);
  for (const template of [good, spoiled]) {
    const { scalingGroups, instances, services, tables, balancers, notModelled } = readArchitecture(template);
    expect(scalingGroups.map(({ tier }) => tier)).toEqual(['storefront']);
    expect(instances.map(({ tier }) => tier)).toEqual(expect.arrayContaining(['catalogue', 'catalogue']));
    expect(services.map(({ tier }) => tier)).toEqual(['bookings']);
    expect(tables.map(({ tier }) => tier)).toEqual(['bookings-table']);
    expect(balancers).toHaveLength(1);
    for (const { assumed } of notModelled) expect(assumed).not.toBe('');
  }
  expect(readArchitecture(good).services[0]?.memoryMib).toBe(1024);
  expect(readArchitecture(spoiled).services[0]?.memoryMib).toBe(176);
}, 60_000);
