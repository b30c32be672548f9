import { conductorStep } from '../../../lib/handlers/conductor-step';
import { aDay } from './a-day';

test('a step in which a team could not be reached fails, with the reason, after all else was done and written down', async () => {
  const day = aDay([{ experiment: 'stop', atSeconds: 600 }]);
  const unreachable = new Error('AccessDenied: not authorized to perform sts:AssumeRole');
  day.blue.before = () => Promise.reject(unreachable);
  day.moveTo(600);
  const failed: unknown = await conductorStep(day.ports, day.event, day.cards).catch((error: unknown) => error);
  expect(failed).toMatchObject({ errors: [unreachable], message: expect.stringContaining('sts:AssumeRole') as string });
  expect(day.states()).toEqual({ 'stop-0-red': 'running' });
});

test('a step in which nothing failed succeeds, a refusal too', async () => {
  const day = aDay([{ experiment: 'stop', atSeconds: 600 }]);
  day.red.refusal = { refused: 'no instance runs' };
  day.moveTo(600);
  await conductorStep(day.ports, day.event, day.cards);
  expect(day.states()).toEqual({ 'stop-0-blue': 'running', 'stop-0-red': 'refused: no instance runs' });
});
