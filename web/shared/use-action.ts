import { useCallback, useState } from 'react';

/** Something that is asked of the server, one at a time. */
export interface Action {
  readonly busy: boolean;
  /** Why the last one was not done; undefined when it was. */
  readonly problem: unknown;
  /** Does it, and tells whether it was done. Asked while busy, it does nothing. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
}

export function useAction(): Action {
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem: unknown }>({
    busy: false,
    problem: undefined,
  });
  const { busy } = state;
  const run = useCallback(
    async (work: () => Promise<unknown>) => {
      if (busy) return false;
      setState({ busy: true, problem: undefined });
      try {
        await work();
        setState({ busy: false, problem: undefined });
        return true;
      } catch (problem) {
        setState({ busy: false, problem });
        return false;
      }
    },
    [busy],
  );
  return { ...state, run };
}
