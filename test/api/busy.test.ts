import { passesByItself } from '../../lib/aws/api/passing';
import { Office } from './call';

test('what the place of records cannot take now is answered with when to come again, and nothing is said to be written', async () => {
  const throttled = Object.assign(new Error('slow down'), { name: 'ProvisionedThroughputExceededException' });
  const office = new Office({ passesByItself });
  const cookie = await office.team('blue');
  jest.spyOn(office.ports.records, 'append').mockRejectedValueOnce(throttled);
  const answer = await office.call('POST', '/api/teams/blue/questions', { cookie, body: { text: 'why?' } });
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '2']);
  expect(office.failures).toEqual([throttled]);
  const again = await office.call('POST', '/api/teams/blue/questions', { cookie, body: { text: 'why?' } });
  expect(again.status).toBe(200);
});

test.each([
  ['DynamoDB is asked too often', { name: 'ThrottlingException' }, true],
  ['AWS itself failed', { name: 'InternalServerError', $fault: 'server' }, true],
  ['a permission is missing', { name: 'AccessDeniedException', $fault: 'client' }, false],
  ['the program is wrong', { name: 'TypeError' }, false],
])('whether it passes by itself: %s', (_what, facts, passes) => {
  expect(passesByItself(Object.assign(new Error('x'), facts))).toBe(passes);
});
