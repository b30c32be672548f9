import { tmpdir } from 'node:os';
import { gameday } from './gameday';

jest.setTimeout(60_000);

test('scenario list has a line for each scenario, with what is in it', () => {
  const { code, stdout } = gameday(tmpdir(), 'scenario', 'list');
  expect(stdout.split('\n')[0]).toMatch(/^Name +Title +Weaknesses +Experiments$/);
  expect(stdout).toMatch(/^corner-shop +The corner shop +4 +2$/m);
  expect(stdout).toMatch(/^rental-market +The rental market that was left behind +\d\d +\d\d$/m);
  expect(code).toBe(0);
});

test('scenario check says what each weakness changes and what is assumed, and names the next command', () => {
  const { code, stdout, stderr } = gameday(tmpdir(), 'scenario', 'check', 'corner-shop');
  expect(stdout).toMatch(/^sleepy-watchman +3 +on its own$/m);
  expect(stdout).toContain('AWS::IAM::Role: every program may do what it needs');
  expect(stderr).toContain('Next: npx gameday lab corner-shop');
  expect(code).toBe(0);
});
