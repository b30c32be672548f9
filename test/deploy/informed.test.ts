import { deployTargets } from '../../lib/deploy/target';
import { anInformedEvent } from '../support/an-informed';
import { refusal } from '../support/refusal';

const home = { account: '999999999999', region: 'eu-central-1' };

test('of an informed event the organizer’s plane alone is deployed: environments stand already, and nothing spoils them', () => {
  const targets = deployTargets(anInformedEvent(), { teams: [], organizer: false }, home);
  expect(targets.map(({ kind }) => kind)).toEqual(['organizer']);
});

test('a stack for one of its teams is refused', () => {
  expect(() => deployTargets(anInformedEvent(), { teams: ['blue'], organizer: false }, home)).toThrow(
    refusal('BadOption'),
  );
});
