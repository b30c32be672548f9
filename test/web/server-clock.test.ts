import fc from 'fast-check';
import { narrowOffset, serverTime, type ClockOffset } from '../../web/shared/server-clock';

/** An answer as a server `aheadMs` ahead of the viewer would give it at `atMs` of the viewer's clock, written `onTheWayMs` after it was asked for. */
function answerOf({ aheadMs, atMs, onTheWayMs, backMs }: Record<'aheadMs' | 'atMs' | 'onTheWayMs' | 'backMs', number>) {
  const writtenAtMs = atMs + onTheWayMs;
  const dateMs = Math.floor((writtenAtMs + aheadMs) / 1000) * 1000;
  return { sentAtMs: atMs, receivedAtMs: writtenAtMs + backMs, dateMs };
}

const way = fc.integer({ min: 0, max: 400 });
const answers = fc.array(fc.record({ atMs: fc.integer({ min: 0, max: 600_000 }), onTheWayMs: way, backMs: way }), {
  minLength: 1,
  maxLength: 30,
});

test('the true difference of the clocks is always within what the answers tell, and more answers tell more', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e7, max: 1e7 }), answers, (aheadMs, seen) => {
      let offset: ClockOffset | undefined;
      let widthMs = Infinity;
      for (const answer of seen) {
        offset = narrowOffset(offset, answerOf({ aheadMs, ...answer }));
        expect(offset.atLeastMs).toBeLessThanOrEqual(aheadMs);
        expect(offset.atMostMs).toBeGreaterThanOrEqual(aheadMs);
        expect(offset.atMostMs - offset.atLeastMs).toBeLessThanOrEqual(widthMs);
        widthMs = offset.atMostMs - offset.atLeastMs;
      }
    }),
  );
});

test('polls at different parts of a second find the server’s clock to a fraction of one', () => {
  let offset: ClockOffset | undefined;
  for (let i = 0; i < 20; i += 1) {
    offset = narrowOffset(offset, answerOf({ aheadMs: 3_600_250, atMs: i * 1050, onTheWayMs: 2, backMs: 2 }));
  }
  expect(Math.abs(serverTime(offset, 0) - 3_600_250)).toBeLessThan(60);
});

test('a clock that was set is believed at once', () => {
  const before = narrowOffset(undefined, answerOf({ aheadMs: 0, atMs: 0, onTheWayMs: 1, backMs: 1 }));
  const after = narrowOffset(before, answerOf({ aheadMs: 90_000, atMs: 5000, onTheWayMs: 1, backMs: 1 }));
  expect(Math.abs(serverTime(after, 0) - 90_000)).toBeLessThanOrEqual(1000);
});

test('without any answer the viewer’s own clock is all there is', () => {
  expect(serverTime(undefined, 1234)).toBe(1234);
});
