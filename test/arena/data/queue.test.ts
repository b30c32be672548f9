import fc from 'fast-check';
import { MessageQueue } from '../../../lib/arena/data/message-queue';
import { World, type WorldOptions } from '../../../lib/arena/world';
import type { Queue } from '../../../lib/architecture/data-types';
import { anArchitecture, ask, fate, webInstances } from '../tiny';
import { aMailOrder, aQueue, packers } from './mail-order';

const aMessageQueue = (settings: Partial<Queue> = {}) =>
  new MessageQueue({
    id: 'Q',
    tier: undefined,
    broker: undefined,
    visibilitySeconds: 30,
    delaySeconds: 0,
    deadLetter: undefined,
    ...settings,
  });

describe('a queue', () => {
  test('gives each message to one taker, and again when it was not deleted within the visibility timeout', () => {
    const queue = aMessageQueue();
    queue.send(0);
    expect(queue.receive(1)).toMatchObject({ sentAt: 0, receives: 1 });
    expect(queue.receive(1)).toBeUndefined();
    queue.refresh(30.9);
    expect(queue.backlog).toBe(0);
    queue.refresh(31);
    expect(queue.receive(31)).toMatchObject({ sentAt: 0, receives: 2 });
  });

  test('forgets a message that was deleted', () => {
    const queue = aMessageQueue();
    queue.send(0);
    const message = queue.receive(0);
    message?.delete(1);
    queue.refresh(100);
    expect([queue.backlog, queue.oldestAgeSeconds(100)]).toEqual([0, 0]);
  });

  test('keeps a message that was taken again meanwhile from whoever had it before', () => {
    const queue = aMessageQueue();
    queue.send(0);
    const message = queue.receive(0);
    queue.refresh(30);
    queue.receive(30);
    message?.delete(1);
    queue.refresh(60);
    expect(queue.backlog).toBe(1);
  });

  test('does not give a message again that was deleted late, but before anybody else took it', () => {
    const queue = aMessageQueue();
    queue.send(0);
    const message = queue.receive(0);
    queue.refresh(30);
    message?.delete(1);
    expect(queue.receive(31)).toBeUndefined();
  });

  test('whose visibility timeout or delay is shortened hides only what was hidden before for so long', () => {
    const queue = aMessageQueue({ visibilitySeconds: 3600, delaySeconds: 600 });
    queue.send(0);
    queue.settings = { ...queue.settings, delaySeconds: 5 };
    queue.send(0);
    queue.refresh(5);
    expect(queue.backlog).toBe(1);
    queue.receive(5);
    queue.settings = { ...queue.settings, visibilitySeconds: 30, delaySeconds: 0 };
    queue.send(10);
    queue.receive(10);
    queue.refresh(40);
    expect(queue.backlog).toBe(1);
    queue.refresh(3605);
    expect(queue.backlog).toBe(3);
  });

  test('is as old as its oldest message, also while somebody has that in hand', () => {
    const queue = aMessageQueue();
    queue.send(5);
    queue.send(20);
    queue.receive(21);
    expect(queue.oldestAgeSeconds(25)).toBe(20);
  });

  test('holds a message back for its delay', () => {
    const queue = aMessageQueue({ delaySeconds: 10 });
    queue.send(0);
    queue.refresh(9);
    expect(queue.backlog).toBe(0);
    queue.refresh(10);
    expect(queue.backlog).toBe(1);
  });

  test('sends a message to its dead-letter queue after as many takings as it allows', () => {
    const queue = aMessageQueue({ deadLetter: { queue: 'Dead', maxReceives: 2 } });
    queue.deadLetters = aMessageQueue();
    queue.send(0);
    for (const now of [0, 30, 60]) {
      queue.refresh(now);
      queue.receive(now);
    }
    expect([queue.backlog, queue.oldestAgeSeconds(60)]).toEqual([0, 0]);
    expect([queue.deadLetters.backlog, queue.deadLetters.oldestAgeSeconds(60)]).toEqual([1, 60]);
  });

  test('never loses and never doubles a message, whatever is taken, deleted or left', () => {
    const deed = fc.constantFrom('send', 'take', 'take and delete', 'wait');
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 200 }), (deeds) => {
        const queue = aMessageQueue({ visibilitySeconds: 7 });
        let [now, sent, deleted] = [0, 0, 0];
        for (const each of deeds) {
          now += 1;
          queue.refresh(now);
          if (each === 'send') queue.send(now);
          if (each === 'send') sent += 1;
          const message = each.startsWith('take') ? queue.receive(now) : undefined;
          if (message !== undefined && each === 'take and delete') {
            message.delete(message.receives);
            deleted += 1;
          }
        }
        queue.refresh(now + 8);
        expect(queue.backlog).toBe(sent - deleted);
      }),
    );
  });
});

const aWorld = (
  parts: Parameters<typeof anArchitecture>,
  application = aMailOrder(),
  options: Partial<WorldOptions> = {},
) => new World({ application, architecture: anArchitecture(webInstances(1), ...parts), seed: 5, ...options });
const parcels = (world: World) => {
  const [queue] = world.queues();
  if (queue === undefined) throw new Error('the world has a queue');
  return queue;
};

describe('a tier that works off a queue', () => {
  test('keeps up while it can, and falls behind when it cannot', () => {
    // A message is 118 ms of a task's CPU: a bit more than eight a second.
    const behind = (count: number) => {
      const world = aWorld([aQueue(), packers(count)]);
      world.plan(() => 15);
      world.advance(300);
      return parcels(world);
    };
    expect(behind(3).oldestAgeSeconds).toBeLessThan(5);
    expect(behind(1).backlog / (300 * (15 - 8.5))).toBeCloseTo(1, 1);
    expect(behind(1).oldestAgeSeconds).toBeGreaterThan(100);
  });

  test('works off what has gathered as soon as there is more of it', () => {
    const world = aWorld([aQueue(), packers(1)]);
    world.plan(() => 15);
    world.advance(300);
    world.update(anArchitecture(webInstances(1), aQueue(), packers(4)));
    world.advance(600);
    expect(parcels(world).oldestAgeSeconds).toBeLessThan(5);
  });

  test('loses nothing when it dies: what it had in hand comes back after the visibility timeout', () => {
    const slow = aMailOrder({ consumes: { cpuMs: 10_000 } });
    const world = aWorld([aQueue({ VisibilityTimeout: 60 }), packers(1)], slow, { variation: 'fixed' });
    ask(world, '/order');
    world.advance(3);
    world.inflict({ kind: 'task-stop', tier: 'packer' }, 60);
    world.advance(55);
    expect(parcels(world)).toMatchObject({ backlog: 0, oldestAgeSeconds: expect.closeTo(55, 0) as number });
    world.advance(75);
    expect(parcels(world).oldestAgeSeconds).toBe(0);
  });

  test('does the same work again and again when that takes longer than the visibility timeout, until it is a dead letter', () => {
    const slow = aMailOrder({ consumes: { cpuMs: 60_000 } });
    const redrive = { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 2 };
    const dead = { Dead: { Type: 'AWS::SQS::Queue', Properties: {} } };
    const world = aWorld([aQueue({ VisibilityTimeout: 10, RedrivePolicy: redrive }), dead, packers(2)], slow, {
      variation: 'fixed',
    });
    ask(world, '/order');
    world.advance(25);
    expect(world.queues().map(({ id, backlog }) => [id, backlog])).toEqual([
      ['Parcels', 0],
      ['Dead', 1],
    ]);
  });

  test('takes nothing without a way to the queue', () => {
    const shut = { Shut: { Type: 'AWS::EC2::SecurityGroup', Properties: { SecurityGroupEgress: [] } } };
    const network = {
      Subnets: [{ Ref: 'SubnetA' }],
      SecurityGroups: [{ 'Fn::GetAtt': ['Shut', 'GroupId'] }],
    };
    const closed = packers(1, { NetworkConfiguration: { AwsvpcConfiguration: network } });
    const world = aWorld([aQueue(), shut, closed]);
    ask(world, '/order');
    world.advance(60);
    expect(parcels(world).backlog).toBe(1);
  });

  test('stands still while the fault consumer-stop lasts, and catches up after it', () => {
    const world = aWorld([aQueue(), packers(2)]);
    world.plan(() => 10);
    world.advance(60);
    world.inflict({ kind: 'consumer-stop', tier: 'packer' }, 60);
    world.advance(119);
    expect(parcels(world).oldestAgeSeconds).toBeGreaterThan(57);
    world.advance(300);
    expect(parcels(world).oldestAgeSeconds).toBeLessThan(5);
  });

  test('has as many messages waiting as M/M/1 says', () => {
    const perSecond = 5;
    const cpuMs = 118;
    const world = aWorld([aQueue(), packers(1)], aMailOrder({ consumes: { cpuMs } }), {
      arrivals: 'poisson',
      variation: 'exponential',
    });
    world.plan(() => perSecond);
    // A task's vCPU is 0.85 of a whole one.
    const use = (perSecond * cpuMs) / 1000 / 0.85;
    let ages = 0;
    const samples = 40_000;
    for (let second = 1; second <= samples; second++) {
      world.advance(second);
      ages += parcels(world).backlog;
    }
    const waiting = (use * use) / (1 - use);
    expect(ages / samples / waiting).toBeGreaterThan(0.94);
    expect(ages / samples / waiting).toBeLessThan(1.06);
  });
});

describe('an answer that shows the work of a queue', () => {
  const journey = aMailOrder({ journey: ['order', 'status'], staleAfterSeconds: 30 });

  test('is wrong while the queue is longer behind than customers bear', () => {
    const world = aWorld([aQueue(), packers(2)], journey);
    world.plan(() => 5);
    world.advance(120);
    world.inflict({ kind: 'consumer-stop', tier: 'packer' }, 90);
    world.advance(420);
    const shares = [1, 2, 3, 6].map((round) => world.counts(round).faulty / world.counts(round).expected);
    expect(shares[0]).toBe(0);
    expect(shares[1]).toBeCloseTo(0.25, 1);
    expect(shares[2]).toBeGreaterThan(0.2);
    expect(shares[3]).toBe(0);
  });

  test('is an answer all the same, which says that it is stale', () => {
    const world = aWorld([aQueue()], journey);
    ask(world, '/order');
    expect(ask(world, '/status')).toMatchObject({ status: 200, stale: false });
    world.advance(40);
    expect(ask(world, '/status')).toMatchObject({ status: 200, stale: true });
  });
});

test('a request that sends to a queue that there is not fails', () => {
  expect(fate(ask(aWorld([packers(1)]), '/order'))).toBe(500);
});
