import { TerminalChat } from '../../../lib/chat/terminal';
import { runsOf } from '../../../lib/core/experiments/runs';
import { dayOf } from '../../../lib/core/time/day';
import { RehearsedDesk } from '../../../lib/rehearsal/informed/rehearsed-desk';
import { nobody } from '../../../lib/rehearsal/player';
import { anEnvironment, anInformedEvent, readyForProduction, readyForTest, theCard } from '../../support/an-informed';
import { aRehearsal, played, tinyScenario, worldsOf, type Written } from '../tiny-rehearsal';

const rounds = 20;
const roomy = { mostTargets: 9, mostPercent: 100 };
const event = anInformedEvent(
  {
    environments: [
      anEnvironment({ guardrails: roomy }),
      anEnvironment({
        id: 'production',
        name: 'Production',
        kind: 'production',
        owner: 'Shop owner',
        guardrails: { ...roomy, stopOn: [{ alarm: 'orders', below: 0 }] },
      }),
    ],
    vote: { seconds: 120 },
  },
  {
    durationSeconds: rounds * 60,
    traffic: [{ atSeconds: 0, stepsPerSecond: 6 }],
    experiments: [{ experiment: 'stop', atSeconds: 300, forSeconds: 300 }],
  },
);

/** A rehearsal with a desk, which is told to the terminal of nobody. @param from rounds that were played before */
function aDay(known: Written, from = 0) {
  const day = aRehearsal(event, tinyScenario([theCard]), () => nobody, known);
  if (from > 0) day.rehearsal.catchUp(from);
  const desk = new RehearsedDesk(day.rehearsal, new TerminalChat({ notify: () => undefined }));
  return { ...day, desk };
}

const before = (log: Written['log']): Written => ({ rounds: [], log: [...log] });
const outcomesOf = ({ log }: Written): string[] =>
  [...runsOf(dayOf(event, log, Infinity).entries).values()].map((run) =>
    run.state === 'ended' ? `${run.run} ${run.outcome}` : `${run.run} ${run.state}`,
  );
const decisionOf = ({ log }: Written): string | undefined =>
  log.flatMap((entry) => (entry.type === 'decided' ? [entry.environment] : []))[0];

test('bots vote, and every team’s copy gets the same fault at the same instant', () => {
  const { rehearsal, written } = aDay(before([...readyForTest]));
  played(rehearsal, 0, rounds);
  expect(decisionOf(written)).toBe('test');
  expect(outcomesOf(written)).toEqual(['kick-off-1-blue completed', 'kick-off-1-red completed']);
  const starts = written.log.filter(({ type }) => type === 'experiment-started').map(({ at }) => at);
  expect(new Set(starts).size).toBe(1);
});

test('stand-ins for the control roles agree, but nobody stands in for an owner', () => {
  const { rehearsal, written } = aDay(before([...readyForProduction]));
  played(rehearsal, 0, rounds);
  expect(decisionOf(written)).toBe('production');
  expect(written.log.filter(({ type }) => type === 'agreed').map(({ by }) => by)).toEqual([
    'person:Master',
    'person:Villain',
  ]);
  expect(outcomesOf(written)).toEqual(['kick-off-1-blue completed', 'kick-off-1-red completed']);
  const unapproved = aDay(before([...readyForTest]));
  played(unapproved.rehearsal, 0, rounds);
  expect(unapproved.written.log.some(({ type }) => type === 'agreed')).toBe(false);
});

test.each([6, 9])('a rehearsal that goes on after round %i comes to the same end as one in one go', (after) => {
  const whole = aDay(before([...readyForTest]));
  played(whole.rehearsal, 0, after);
  const left: Written = { rounds: [...whole.written.rounds], log: [...whole.written.log] };
  played(whole.rehearsal, after, rounds);
  const resumed = aDay(left, after);
  played(resumed.rehearsal, after, rounds);
  expect(outcomesOf(resumed.written)).toEqual(outcomesOf(whole.written));
  expect(resumed.written.rounds).toEqual(whole.written.rounds);
  expect(worldsOf(resumed.rehearsal)).toEqual(worldsOf(whole.rehearsal));
});
