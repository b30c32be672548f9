import type { Io } from '../../lib/core/io';

/** An `Io` that keeps what is said. It says no to every question. */
export function spokenIo(): Io & { readonly results: string[]; readonly notices: string[] } {
  const results: string[] = [];
  const notices: string[] = [];
  return {
    results,
    notices,
    result: (text) => void results.push(text),
    notify: (message) => void notices.push(message),
    progress: () => undefined,
    confirm: () => Promise.resolve(false),
  };
}
