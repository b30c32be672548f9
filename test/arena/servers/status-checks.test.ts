import type { Fault } from '../../../lib/core/experiments/fault';
import { World } from '../../../lib/arena/world';
import { anApplication, anArchitecture, ask, fate, serverIds, webGroup, webInstances } from '../tiny';
import { anInstanceAlarm } from './alarm';

const worldOf = (...parts: Parameters<typeof anArchitecture>) =>
  new World({ application: anApplication(), architecture: anArchitecture(...parts), seed: 1 });
const texts = (world: World, subject: string) =>
  world.transitions().flatMap((each) => (each.subject === subject ? [each.text] : []));
const when = (world: World, text: string) => world.transitions().find((each) => each.text === text)?.atSeconds;

const hang: Fault = { kind: 'instance-hang', tier: 'web' };
const loss: Fault = { kind: 'host-loss', tier: 'web' };
const system = { MetricName: 'StatusCheckFailed_System' };
const day = 4 * 3600;

describe('a frozen instance', () => {
  test('answers nothing, and nobody helps it, until the fault ends', () => {
    const world = worldOf(webInstances(1));
    world.inflict(hang, 1800);
    expect(fate(ask(world))).toBe('timeout');
    expect(fate(ask(world, '/ok'))).toBe('timeout');
    world.advance(1790);
    expect(fate(ask(world, '/ok'))).toBe('timeout');
    world.advance(1900);
    expect(fate(ask(world))).toBe(200);
  });

  test('is rebooted by an alarm after its three minutes and the four that a stuck system takes to be reset', () => {
    const world = worldOf(webInstances(1), anInstanceAlarm('reboot'));
    world.advance(30);
    world.inflict(hang, day);
    world.advance(179);
    expect(texts(world, 'Web0-1')).not.toContain('reboots');
    world.advance(180);
    expect(when(world, 'reboots')).toBe(180);
    world.advance(180 + 230);
    expect(fate(ask(world))).toBe('timeout');
    world.advance(180 + 240 + 60);
    expect(fate(ask(world))).toBe(200);
    world.advance(2000);
    expect(texts(world, 'Web0-1').filter((text) => text === 'reboots')).toHaveLength(1);
  });

  test('is replaced by its Auto Scaling group, also with EC2 health checks only', () => {
    const world = worldOf(webGroup({ HealthCheckType: 'EC2', MinSize: '2' }));
    const before = serverIds(world);
    world.inflict(hang, day);
    world.advance(600);
    const after = serverIds(world);
    expect(after).toHaveLength(2);
    expect(after.filter((id) => before.includes(id))).toHaveLength(1);
  });

  test('is stopped, or terminated, when that is what the alarm says', () => {
    const stopped = worldOf(webInstances(1), anInstanceAlarm('stop'));
    stopped.inflict(hang, 600);
    stopped.advance(900);
    expect(stopped.resources().map((each) => each.id)).toContain('Web0-1/root');
    expect(serverIds(stopped)).toEqual([]);
    expect(fate(ask(stopped))).not.toBe(200);
    const terminated = worldOf(webInstances(1), anInstanceAlarm('terminate'));
    terminated.inflict(hang, 600);
    terminated.advance(900);
    expect(terminated.resources().map((each) => each.id)).not.toContain('Web0-1/root');
  });
});

describe('an alarm rings after its periods and datapoints', () => {
  const rebootAt = (changes: Readonly<Record<string, unknown>>) => {
    const world = worldOf(webInstances(1), anInstanceAlarm('reboot', changes));
    world.advance(30);
    world.inflict(hang, day);
    world.advance(3600);
    return when(world, 'reboots');
  };

  test.each<[name: string, changes: Readonly<Record<string, unknown>>, at: number | undefined]>([
    ['one period of a minute', { EvaluationPeriods: 1 }, 60],
    ['two periods of a minute', { EvaluationPeriods: 2 }, 120],
    ['two of the last three minutes', { EvaluationPeriods: 3, DatapointsToAlarm: 2 }, 120],
    ['two periods of five minutes', { Period: 300, EvaluationPeriods: 2 }, 600],
    ['the sum of five minutes above three', { Period: 300, EvaluationPeriods: 1, Statistic: 'Sum', Threshold: 4 }, 300],
    ['more than can be reached', { ComparisonOperator: 'GreaterThanThreshold', Threshold: 1 }, undefined],
    ['either check', { MetricName: 'StatusCheckFailed' }, 180],
    ['the other check', system, undefined],
    ['actions that are off', { ActionsEnabled: false }, undefined],
  ])('%s', (_name, changes, at) => {
    expect(rebootAt(changes)).toBe(at);
  });

  test('a check that fails now and then does not add up to periods in a row', () => {
    const world = worldOf(webInstances(1), anInstanceAlarm('terminate', { EvaluationPeriods: 4 }));
    for (let i = 0; i < 5; i++) {
      world.inflict(hang, 120);
      world.advance(world.now + 300);
    }
    expect(serverIds(world)).toEqual(['Web0-1']);
  });
});

describe('an instance whose host is lost', () => {
  const recovered = 'is recovered on another host';

  test('is recovered by EC2 itself on another host, with its name', () => {
    const world = worldOf(webInstances(1));
    world.inflict(loss, day);
    expect(fate(ask(world))).toBe('timeout');
    world.advance(600);
    expect(texts(world, 'Web0-1')).toContain(recovered);
    expect(fate(ask(world))).toBe(200);
  });

  test('is recovered sooner by an alarm, and not by a reboot', () => {
    const alarmed = worldOf(webInstances(1), anInstanceAlarm('recover', { ...system, EvaluationPeriods: 2 }));
    alarmed.inflict(loss, day);
    alarmed.advance(1200);
    expect(when(alarmed, recovered)).toBe(120);
    const rebooted = worldOf(webInstances(1), anInstanceAlarm('reboot'));
    rebooted.inflict(loss, day);
    rebooted.advance(1200);
    expect(texts(rebooted, 'Web0-1')).toContain('cannot be rebooted: its host does not answer');
    expect(when(rebooted, recovered)).toBeGreaterThan(180);
  });

  test('stays lost where recovery is switched off, until the host is repaired', () => {
    const template = {
      Switched: {
        Type: 'AWS::EC2::LaunchTemplate',
        Properties: { LaunchTemplateData: { MaintenanceOptions: { AutoRecovery: 'disabled' } } },
      },
    };
    const launch = { LaunchTemplate: { LaunchTemplateId: { Ref: 'Switched' }, Version: '1' } };
    const world = worldOf(webInstances(1, launch), template);
    world.inflict(loss, 3600);
    world.advance(3590);
    expect(fate(ask(world))).toBe('timeout');
    world.advance(3700);
    expect(fate(ask(world))).toBe(200);
    expect(texts(world, 'Web0-1')).not.toContain(recovered);
  });

  test('finds no other host while its zone is out', () => {
    const world = worldOf(webInstances(1));
    world.inflict({ kind: 'zone-outage', zone: 0 }, 1200);
    world.advance(1190);
    expect(texts(world, 'Web0-1')).not.toContain(recovered);
    world.advance(1300);
    expect(fate(ask(world))).toBe(200);
  });

  test('is replaced by its Auto Scaling group, not recovered', () => {
    const world = worldOf(webGroup({ HealthCheckType: 'EC2' }));
    const before = serverIds(world);
    world.inflict(loss, day);
    world.advance(900);
    expect(serverIds(world).filter((id) => before.includes(id))).toHaveLength(1);
    expect(world.transitions().map((each) => each.text)).not.toContain(recovered);
  });
});
