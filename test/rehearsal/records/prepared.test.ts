import { lifeCycleOf } from '../../../lib/core/informed/life-cycle';
import { effectiveLog } from '../../../lib/core/records/effective-log';
import { experimentVersion } from '../../../lib/core/experiments/version';
import { preparedBefore } from '../../../lib/rehearsal/records/prepared';
import { anInformed, anInformedEvent, says, theCard } from '../../support/an-informed';

const prepared = [says.drafted(), says.reviewed(), says.rehearsed(), says.opened(), says.approved()];

test.each([
  ['before', 3600],
  ['after', -3600],
])('what was prepared %s the planned start keeps its order in a rehearsal', (_when, laterSeconds) => {
  const event = anInformedEvent();
  const rehearsed = { ...event, startsAt: event.startsAt + laterSeconds * 1000 };
  // Ids of the command line begin with what was done, so that their order is not that of a life.
  const told = prepared.map((entry) => ({ ...entry, id: `${entry.type}-1-${entry.id}` }));
  const { entries } = effectiveLog(rehearsed, preparedBefore(rehearsed, told), rehearsed.startsAt);
  expect(entries.map(({ entry }) => entry.type)).toEqual(prepared.map(({ type }) => type));
  expect(lifeCycleOf(anInformed(), entries, theCard.id, experimentVersion(theCard)).state).toBe('approved');
});
