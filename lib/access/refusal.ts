/** Why somebody is not let in. None says which teams there are, or how near a guess came. */
export type Refusal =
  'wrong-code' | 'too-many-attempts' | 'session-over' | 'not-started' | 'event-over' | 'account-shut';

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

export const refused = (refusal: Refusal): Refused => ({ ok: false, refusal });

/** What a participant is told. */
export const refusalWords: Readonly<Record<Refusal, string>> = {
  'wrong-code': 'This is not the code of a team.',
  'too-many-attempts': 'Too many wrong codes: wait a minute.',
  'session-over': 'Enter your team’s code again.',
  'not-started': 'The event has not started: its accounts open with it.',
  'event-over': 'The event is over: its accounts are closed.',
  'account-shut': 'Your team’s account is not open: ask the organizer.',
};
