/** How skilled a simulated team is. All durations are event seconds of a four-hour event; ranges are drawn evenly. */
export interface BotProfile {
  readonly name: string;
  /** When the team has found its feet and begins to look around; `undefined`: never does anything. */
  readonly beginsAt?: readonly [number, number];
  /** How many places it weighs before it looks at the most pressing of them. */
  readonly weighs: number;
  /** Chance that a look around finds a weakness that is there, without a hint. */
  readonly spots: number;
  /** How long a look around takes. */
  readonly look: readonly [number, number];
  /** How long a repair takes, from the decision to the change. */
  readonly repair: readonly [number, number];
  /** Chance that a repair changes the wrong thing and has to be done again. */
  readonly mistake: number;
  /** From the end of the first bad round to the declaration. */
  readonly declares: readonly [number, number];
  /** Chance that an impact is declared at all. */
  readonly notices: number;
  /** Fruitless looks after which a hint is bought; `undefined`: never. */
  readonly hintAfter?: number;
}

const minutes = (low: number, high: number): readonly [number, number] => [low * 60, high * 60];

/** Teams of very different skill. */
const profiles: readonly BotProfile[] = [
  {
    name: 'steady',
    beginsAt: minutes(4, 6),
    weighs: 3,
    spots: 0.75,
    look: minutes(2, 4),
    repair: minutes(5, 8),
    mistake: 0.1,
    declares: minutes(1.5, 4),
    notices: 0.9,
    hintAfter: 3,
  },
  {
    name: 'expert',
    beginsAt: minutes(2, 4),
    weighs: 4,
    spots: 0.9,
    look: minutes(1, 2),
    repair: minutes(3, 5),
    mistake: 0.05,
    declares: minutes(0.3, 1),
    notices: 1,
  },
  {
    name: 'novice',
    beginsAt: minutes(8, 12),
    weighs: 1,
    spots: 0.55,
    look: minutes(3, 6),
    repair: minutes(8, 13),
    mistake: 0.2,
    declares: minutes(4, 9),
    notices: 0.6,
    hintAfter: 2,
  },
  { name: 'idle', weighs: 1, spots: 0, look: [0, 0], repair: [0, 0], mistake: 0, declares: [0, 0], notices: 0 },
];

/** The profile that a team is named after, or else one by its place, so that any event has teams of different skill. */
export function profileFor(team: string, place: number): BotProfile {
  const profile = profiles.find(({ name }) => name === team) ?? profiles[place % profiles.length];
  if (profile === undefined) throw new Error('there are no bot profiles');
  return profile;
}

const fullDaySeconds = 4 * 3600;

/**
 * The profile at the pace of an event that is shorter than four hours: a day in proportion has teams in proportion, else a compressed
 * rehearsal would end before anybody has got far. What the rules give time for, declaring, stays as it is.
 */
export function paced(profile: BotProfile, durationSeconds: number): BotProfile {
  const share = Math.min(1, durationSeconds / fullDaySeconds);
  const shorter = ([low, high]: readonly [number, number]): readonly [number, number] => [low * share, high * share];
  const { beginsAt, look, repair } = profile;
  return {
    ...profile,
    ...(beginsAt === undefined ? {} : { beginsAt: shorter(beginsAt) }),
    look: shorter(look),
    repair: shorter(repair),
  };
}
