import { scenario } from '../../scenarios/rental-market/scenario';
import { verdict } from '../../lib/guardrails/evaluate';
import { levelsOf, mayDo, players, roleArn } from './cast';
import { anybody, deeds, everydayDeeds, repairs } from './deeds';

const steering = ['observer', 'fault', 'reclaim', 'organization'];

const everything = [...deeds.map(([, deed]) => deed), ...Object.values(repairs).flat(), ...everydayDeeds];

describe('while a team plays', () => {
  test.each(deeds)('%s', (_what, deed, who) => {
    expect(mayDo('live', deed)).toEqual(players.filter((player) => who.includes(player)));
  });

  test.each(scenario.weaknesses.map(({ id }) => id))('a team may repair %s', (weakness) => {
    const found = repairs[weakness] ?? [];
    expect(found.length).toBeGreaterThan(0);
    for (const deed of found) expect([deed.action, mayDo('live', deed)]).toEqual([deed.action, anybody]);
  });

  test('a team may look around, work on its servers and update its stack', () => {
    for (const deed of everydayDeeds) expect([deed.action, mayDo('live', deed)]).toEqual([deed.action, anybody]);
  });

  test('roles of AWS’s own services are bound by nothing, so that groups replace their instances', () => {
    const principal = roleArn('aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling');
    for (const deed of everything)
      expect(verdict(levelsOf('frozen'), { ...deed, principal })).toEqual({ allowed: true });
  });
});

describe('before the doors open', () => {
  test('participants do nothing', () => {
    for (const deed of everything) expect(mayDo('available', deed)).not.toContain('participant');
  });

  test('everybody else may do what they may later, so that what is deployed runs', () => {
    for (const deed of everything) {
      const others = mayDo('live', deed).filter((player) => player !== 'participant');
      expect([deed.action, mayDo('available', deed)]).toEqual([deed.action, others]);
    }
  });
});

describe.each(['entry', 'frozen', 'reclaiming', 'quarantine'] as const)('in the state %s', (state) => {
  test('only the organizer’s roles act, and no more than while a team plays', () => {
    for (const deed of everything) {
      const who = mayDo('live', deed).filter((player) => steering.includes(player));
      expect([deed.action, mayDo(state, deed)]).toEqual([deed.action, who]);
    }
  });
});
