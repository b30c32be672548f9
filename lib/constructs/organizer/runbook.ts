export type AlarmName =
  | 'load-silent'
  | 'scorer-late'
  | 'scorer-errors'
  | 'conductor-errors'
  | 'api-errors'
  | 'rounds-unchecked'
  | 'accounts-unreadable'
  | 'load-saturated'
  | 'teams-spend';

const section = (heading: string) => `README.md#${heading}`;

/** What each alarm says, and the section of the README that says what to do. */
export const runbook: Readonly<Record<AlarmName, { readonly says: string; readonly section: string }>> = {
  'scorer-late': {
    says: 'Rounds are recorded more than five minutes late, or the scorer says nothing.',
    section: section('scorer-late'),
  },
  'scorer-errors': { says: 'The scorer fails again and again.', section: section('scorer-errors') },
  'conductor-errors': {
    says: 'The conductor fails again and again: experiments begin late, or do not end when they should.',
    section: section('conductor-errors'),
  },
  'api-errors': {
    says: 'The API behind the pages fails again and again, or turns requests away: more come than it may answer at once.',
    section: section('api-errors'),
  },
  'rounds-unchecked': {
    says: 'We could not check a team’s newest round: our failure, not the team’s.',
    section: section('rounds-unchecked'),
  },
  'accounts-unreadable': {
    says: 'A team’s account has not let us look for ten minutes: its spend stands still.',
    section: section('accounts-unreadable'),
  },
  'load-silent': { says: 'A load task has been gone for three minutes.', section: section('load-silent') },
  'load-saturated': { says: 'A load task cannot keep up with the plan.', section: section('load-saturated') },
  'teams-spend': {
    says: 'All teams together spend more than twice what the event allows at its busiest.',
    section: section('teams-spend'),
  },
};
