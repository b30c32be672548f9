/** What was asked for, kept for a while, so that many who ask at once cost one question. A failure is not kept. */
export class Kept<T> {
  private readonly known = new Map<string, { readonly answer: Promise<T>; readonly untilMs: number }>();

  /**
   * @param ms how long an answer is kept
   * @param ask for what a key stands for
   * @param now milliseconds since the epoch
   */
  constructor(
    private readonly ms: number,
    private readonly ask: (key: string) => Promise<T>,
    private readonly now: () => number = Date.now,
  ) {}

  of(key = ''): Promise<T> {
    const known = this.known.get(key);
    if (known !== undefined && this.now() < known.untilMs) return known.answer;
    const answer = this.ask(key);
    const kept = { answer, untilMs: this.now() + this.ms };
    this.known.set(key, kept);
    answer.catch(() => {
      if (this.known.get(key) === kept) this.known.delete(key);
    });
    return answer;
  }
}
