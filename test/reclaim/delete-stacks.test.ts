import { deleteStacks, type Stacks } from '../../lib/reclaim/delete-stacks';

/** A stack that goes only when `goes` says so. */
function aStack(goes: (attempt: number, force: boolean) => boolean, status = 'CREATE_COMPLETE') {
  const deletions: boolean[] = [];
  let now: string | undefined = status;
  const stacks: Stacks = {
    region: 'eu-west-1',
    names: () => Promise.resolve(['Arena']),
    status: () => Promise.resolve(now),
    delete: (_name, force) => {
      deletions.push(force);
      now = goes(deletions.length, force) ? undefined : 'DELETE_FAILED';
      return Promise.resolve();
    },
  };
  return { stacks, deletions };
}
const options = { wait: () => Promise.resolve(), onProgress: () => undefined };

test('a stack that is deleted at once is asked once', async () => {
  const { stacks, deletions } = aStack(() => true);
  expect(await deleteStacks([stacks], options)).toEqual([]);
  expect(deletions).toEqual([false]);
});

test('one that fails is asked again, and then forced', async () => {
  const { stacks, deletions } = aStack((_attempt, force) => force);
  expect(await deleteStacks([stacks], options)).toEqual([
    'stack Arena (eu-west-1): DELETE_FAILED',
    'stack Arena (eu-west-1): DELETE_FAILED',
  ]);
  expect(deletions).toEqual([false, false, true]);
});

test('one that not even force deletes is told, and keeps no other', async () => {
  const stuck = aStack(() => false);
  const other = aStack(() => true);
  const troubles = await deleteStacks([stuck.stacks, { ...other.stacks, region: 'us-east-1' }], options);
  expect(troubles).toHaveLength(3);
  expect(other.deletions).toEqual([false]);
});

test('a deletion that is under way is waited for, not begun again', async () => {
  const { stacks, deletions } = aStack(() => true, 'DELETE_IN_PROGRESS');
  let looks = 0;
  const going = { ...stacks, status: () => Promise.resolve(++looks < 4 ? 'DELETE_IN_PROGRESS' : undefined) };
  expect(await deleteStacks([going], options)).toEqual([]);
  expect(deletions).toEqual([]);
});

test('a region whose stacks cannot be listed is told, and keeps no other', async () => {
  const other = aStack(() => true);
  const closed = { ...other.stacks, region: 'us-east-1', names: () => Promise.reject(new Error('AccessDenied')) };
  expect(await deleteStacks([closed, other.stacks], options)).toEqual(['us-east-1: AccessDenied']);
  expect(other.deletions).toEqual([false]);
});
