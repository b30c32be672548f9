/** Says something in the program's log: one record of JSON a line. Never given an event, a window or a key as a whole. */
export type LoadNote = (
  level: 'info' | 'warn' | 'error',
  message: string,
  facts?: Readonly<Record<string, string | number>>,
) => void;

/** A shorter key hides nothing: it is a team's own choice, and a key of one letter would blot out the log. Made keys have 48 characters. */
const LEAST_SECRET = 6;

/**
 * Notes as lines of JSON with every secret blotted out, wherever it got in: errors of libraries say what they like.
 *
 * @param secrets may grow
 */
export const jsonNotes =
  (write: (line: string) => void, secrets: ReadonlySet<string>, now: () => number): LoadNote =>
  (level, message, facts = {}) => {
    let line = JSON.stringify({ at: new Date(now()).toISOString(), level, message, ...facts });
    for (const secret of secrets) {
      // As it stands in JSON, too.
      for (const text of [secret, JSON.stringify(secret).slice(1, -1)])
        if (text.length >= LEAST_SECRET) line = line.replaceAll(text, '•••');
    }
    write(`${line}\n`);
  };

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
