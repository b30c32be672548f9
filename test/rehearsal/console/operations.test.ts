import { accountSight } from '../../../lib/rehearsal/api/account-sight';
import { synthesise, type Synthesis } from '../../../lib/scenarios/synth';
import { ConsoleDesk } from './desk';

jest.setTimeout(60_000);

let synthesis: Synthesis;
beforeAll(async () => {
  synthesis = await synthesise('rental-market');
});

/** A person before the stack as it should have been built, half a minute into the day. */
async function aDesk(): Promise<ConsoleDesk> {
  const desk = await ConsoleDesk.open(synthesis, synthesis.good);
  expect(await desk.takeOver()).toBeUndefined();
  desk.rehearsal.stage.advance(30);
  return desk;
}

/** Servers of a resource, as the console lists them. */
async function serversOf(desk: ConsoleDesk, name: string) {
  const [{ servers }, id] = [await desk.sight(), await desk.id(name)];
  return servers
    .filter(({ owner }) => owner === id)
    .map(({ id: server, ...rest }) => ({ ...rest, id: server.slice(id.length) }));
}

const progressOf = async (desk: ConsoleDesk, name: string) => {
  const id = await desk.id(name);
  return (await desk.sight()).resources.find((each) => each.id === id)?.progress;
};

/** Plays until something is so, for ten minutes at most. */
async function playUntil(desk: ConsoleDesk, holds: () => Promise<boolean>): Promise<void> {
  const { stage } = desk.rehearsal;
  for (const until = stage.eventSeconds + 600; stage.eventSeconds < until;) {
    if (await holds()) return;
    stage.advance(stage.eventSeconds + 10);
  }
  throw new Error('it never came to that');
}

test('an instance is rebooted, stopped and started, and says each time what can be done to it', async () => {
  const desk = await aDesk();
  const state = async () => (await serversOf(desk, 'CatalogueFirst'))[0];
  expect(await state()).toMatchObject({ state: 'running', operations: ['reboot', 'stop', 'terminate'] });
  expect(await desk.operate('reboot', 'CatalogueFirst-1')).toBeUndefined();
  expect(await state()).toMatchObject({ state: 'pending', id: '-1' });
  await playUntil(desk, async () => (await state())?.state === 'running');
  expect(await desk.operate('stop', 'CatalogueFirst-1')).toBeUndefined();
  expect(await state()).toMatchObject({ state: 'stopped', operations: ['start', 'terminate'] });
  expect(await desk.operate('start', 'CatalogueFirst-1')).toBeUndefined();
  await playUntil(desk, async () => (await state())?.targets[0]?.health === 'healthy');
});

test('a single instance that was terminated is gone until somebody replaces it', async () => {
  const desk = await aDesk();
  expect(await desk.operate('terminate', 'CatalogueFirst-1')).toBeUndefined();
  desk.rehearsal.stage.advance(600);
  expect(await serversOf(desk, 'CatalogueFirst')).toEqual([]);
  expect(await desk.operate('replace', 'CatalogueFirst')).toBeUndefined();
  await playUntil(desk, async () => (await serversOf(desk, 'CatalogueFirst'))[0]?.targets[0]?.health === 'healthy');
  expect((await serversOf(desk, 'CatalogueFirst')).map(({ id }) => id)).toEqual(['-2']);
});

test.each(['StorefrontGroupASG', 'BookingsService'])('%s replaces what a person stops of it', async (name) => {
  const desk = await aDesk();
  expect(await desk.operate('stop', `${name}-1`)).toBeUndefined();
  const ids = async () => (await serversOf(desk, name)).map(({ id }) => id);
  await playUntil(desk, async () => (await progressOf(desk, name))?.state === 'steady');
  expect(await ids()).toEqual(['-2', '-3']);
});

test.each(['StorefrontGroupASG', 'BookingsService'])(
  '%s that is deployed anew replaces all of its servers, and says when it is through',
  async (name) => {
    const desk = await aDesk();
    expect(await progressOf(desk, name)).toEqual({ desired: 2, outdated: 0, state: 'steady' });
    expect(await desk.operate('redeploy', name)).toBeUndefined();
    expect(await progressOf(desk, name)).toMatchObject({ desired: 2, state: 'in-progress' });
    await playUntil(desk, async () => (await progressOf(desk, name))?.state === 'steady');
    const servers = await serversOf(desk, name);
    expect(servers.map(({ id }) => id)).toEqual(['-3', '-4']);
    expect(servers.flatMap(({ targets }) => targets.map(({ health }) => health))).toEqual(['healthy', 'healthy']);
  },
);

test('what a console makes of a resource works, and can be changed and deleted again', async () => {
  const desk = await aDesk();
  expect(await desk.create('instance', 'CatalogueSecond')).toBeUndefined();
  expect(await desk.create('reboot-alarm', 'ConsoleInstance1')).toBeUndefined();
  expect(await desk.create('target-tracking', 'StorefrontGroupASG')).toBeUndefined();
  expect(await desk.create('target-tracking', 'BookingsService')).toBeUndefined();
  expect(await desk.create('nat-gateway', 'VpcAppSubnet1Subnet')).toBeUndefined();
  expect(await desk.create('ingress', 'CatalogueSecurityGroup')).toBeUndefined();
  const targets = await Promise.all(
    ['CatalogueFirst', 'CatalogueSecond', 'ConsoleInstance1'].map((name) => desk.id(name)),
  );
  expect(await desk.change(['CatalogueTargets', 'Targets', targets])).toBeUndefined();
  expect(await desk.change(['ConsoleTargetTracking1', 'TargetTrackingConfiguration/TargetValue', 35])).toBeUndefined();
  await playUntil(desk, async () => (await serversOf(desk, 'ConsoleInstance1'))[0]?.targets[0]?.health === 'healthy');
  expect(desk.team.world.resources()).toContainEqual({ kind: 'nat-gateway', id: 'ConsoleNatGateway1' });

  expect(await desk.remove('ConsoleInstance1')).toMatch(/CatalogueTargets.* still refers to it/);
  expect(await desk.change(['CatalogueTargets', 'Targets', targets.slice(0, 2)])).toBeUndefined();
  for (const name of [
    'RebootAlarm1',
    'Instance1',
    'TargetTracking1',
    'TargetTracking2',
    'NatGateway1',
    'NatGateway1Address',
  ]) {
    expect(await desk.remove(`Console${name}`)).toBeUndefined();
  }
  desk.rehearsal.stage.advance(desk.rehearsal.stage.eventSeconds + 60);
  expect(await serversOf(desk, 'CatalogueSecond')).toHaveLength(1);
  expect((await desk.sight()).servers.filter(({ owner }) => owner.startsWith('Console'))).toEqual([]);
});

test('nobody launches more single instances than an account would let them', async () => {
  const desk = await aDesk();
  for (let count = 2; count < 20; count += 1) expect(await desk.create('instance', 'CatalogueFirst')).toBeUndefined();
  expect(await desk.create('instance', 'CatalogueFirst')).toMatch(/instance limit of 20/);
});

test('a team can be taken over before the start, and after the end no more', async () => {
  const desk = await ConsoleDesk.open(synthesis);
  const { records } = desk.office.ports;
  jest.spyOn(records, 'log').mockResolvedValue([]);
  expect(await desk.takeOver()).toBeUndefined();
  expect(await desk.change(['StorefrontGroupASG', 'MaxSize', 8])).toMatch(/The event does not play: it is waiting/);
  jest.mocked(records.log).mockResolvedValue(desk.journal.facts());
  desk.office.now += 3600_000;
  expect(await desk.ask('POST', 'seat', { taken: false })).toMatch(/The event does not play: it is ended/);
});

test('what a person did stands among what changed in the account, by whom, beside what followed from it', async () => {
  const desk = await aDesk();
  expect(
    await desk.change(['StorefrontGroupASG', 'MaxSize', 6], ['StorefrontTargets', 'Matcher/HttpCode']),
  ).toBeUndefined();
  expect(await desk.operate('stop', 'CatalogueFirst-1')).toBeUndefined();
  const { changes } = accountSight(desk.rehearsal, desk.team.team);
  expect(changes.slice(0, 4)).toMatchObject([
    { who: 'arena', what: expect.stringMatching(/CatalogueFirst.* was stopped/) as string },
    { who: 'blue', what: expect.stringMatching(/^stop .*CatalogueFirst/) as string },
    { who: 'blue', what: expect.stringMatching(/MaxSize = 6; .* Matcher.HttpCode is no longer set/) as string },
    { who: 'blue', what: 'took the team over from its bot' },
  ]);
});

test('whoever deploys anew in the middle of a bad deployment brings back what the template says', async () => {
  const desk = await ConsoleDesk.open(synthesis, synthesis.spoiledBy['big-bang-deployment']);
  expect(await desk.takeOver()).toBeUndefined();
  desk.team.world.inflict({ kind: 'bad-deployment', tier: 'bookings' }, 3000);
  desk.rehearsal.stage.advance(300);
  const healths = async () =>
    (await serversOf(desk, 'BookingsService')).flatMap(({ targets }) => targets.map(({ health }) => health));
  expect(await healths()).not.toContain('healthy');
  expect(await desk.operate('redeploy', 'BookingsService')).toBeUndefined();
  await playUntil(desk, async () => (await progressOf(desk, 'BookingsService'))?.state === 'steady');
  expect(await healths()).toEqual(['healthy', 'healthy']);
});
