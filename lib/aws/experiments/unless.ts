/** Takes an error of this name for done, as whoever repeats a call has to, or comes second; any other is thrown on. */
export const unless =
  (name: string) =>
  (error: unknown): undefined => {
    if (!(error instanceof Error) || error.name !== name) throw error;
  };
