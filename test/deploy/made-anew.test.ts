import { isMadeAnew } from '../../lib/deploy/made-anew';

test.each([
  ['there is none', undefined, true],
  ['a change set was made and never carried out', 'REVIEW_IN_PROGRESS', true],
  ['its first creation failed', 'ROLLBACK_COMPLETE', true],
  ['it stands', 'CREATE_COMPLETE', false],
  ['a change of it failed', 'UPDATE_ROLLBACK_COMPLETE', false],
])('whether a team’s stack begins as the good one: %s', (_how, status, anew) => {
  expect(isMadeAnew(status)).toBe(anew);
});
