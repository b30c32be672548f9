import { z } from 'zod';
import { informedSchema } from './informed-schema';
import { account, amount, duration, id, list, section, wholeNumber, words } from './schema-parts';

/**
 * The event file as an organizer writes it. Every `error` is the advice that follows what is wrong; descriptions go into the JSON
 * Schema that editors read. What one key alone cannot tell is a rule of `event-rules.ts`.
 */

export const teamSchema = section({
  id: id('Short name of the team in files and addresses'),
  name: words('Name of the team as everybody sees it', 60),
  account: account.optional(),
});

export const trafficPointSchema = section({
  at: duration('Event time'),
  rps: amount('Steps per second and team', 0, 100_000),
});

export const spikeSchema = section({
  at: duration('Event time at which it begins'),
  for: duration('How long it lasts'),
  times: amount('What traffic is multiplied by', 0, 1000),
});

export const experimentSchema = section({
  experiment: words("Id of one of the scenario's experiments", 60),
  at: duration('Event time at which it begins'),
  for: duration("How long it lasts; the experiment's own duration when left out").optional(),
  teams: list(id('Id of a team'), 'Ids of the teams it hits; all when left out', '`blue`.').optional(),
  jitter: duration('How much earlier or later it may hit a team; in sum the same for every team').optional(),
});

export const weaknessSchema = section({
  id: words("Id of one of the scenario's weaknesses", 60),
  title: words('What is wrong, in a few words', 200),
  hints: list(
    duration('Planned service that this hint costs, at the mean rate of the event'),
    'What each hint costs, from a nudge to nearly the answer',
    '`30s`.',
  ),
});

const worth = (meaning: string, otherwise: number) => amount(meaning, -100, 100).default(otherwise);
const milliseconds = (meaning: string, otherwise: number) => wholeNumber(meaning, 1, 120_000).default(otherwise);
const share = (meaning: string, otherwise: number) => amount(meaning, 0, 1).default(otherwise);

export const rulesSchema = section({
  worth: section({
    fast: worth('Points of a correct step within bands.fastMs', 1),
    acceptable: worth('Points of a correct step within bands.acceptableMs', 0.5),
    slow: worth('Points of a correct step that came later', 0.1),
    faulty: worth('Points of a step that was answered wrongly', -1),
    failed: worth('Points of a step that got no answer', -0.5),
  }).prefault({}),
  bands: section({
    fastMs: milliseconds('Latency up to which a correct answer is fast', 300),
    acceptableMs: milliseconds('Latency up to which a correct answer is acceptable', 1000),
    timeoutMs: milliseconds('Latency after which an answer is no longer awaited', 3000),
  }).prefault({}),
  objective: share('Share of steps served fast or acceptably, below which an impact begins', 0.95),
  spend: section({
    baseUsdPerHour: amount('Allowance whatever the traffic', 0, 100_000).default(0.3),
    usdPerHourPerRps: amount('Allowance for each planned step per second', 0, 100_000).default(0.01),
    weight: amount('Share of planned service that a spend of twice the allowance costs', 0, 100).default(0.25),
    cap: share('Share of planned service that spend costs at most', 0.5),
    window: duration('Time over which spend is averaged').default('30m'),
  }).prefault({}),
  detect: section({
    refund: share('Share of the loss that an instant declaration gives back', 0.2),
    within: duration('Time after which a declaration gives nothing back').default('10m'),
    falseAlarmSeconds: amount('Seconds of planned service that a false alarm costs', 0, 86_400).default(60),
  }).prefault({}),
  recover: section({
    refund: share('Share of the loss that an instant recovery gives back', 0.3),
    within: duration('Time after which a recovery gives nothing back').default('30m'),
  }).prefault({}),
});

const organizationAdvice = 'Write the id of the organization, such as o-a1b2c3d4e5.';
const emailAdvice =
  'Write an address of at most 64 characters with {n} before the @, such as aws+gameday-{n}@example.com.';
const organizerAdvice = 'Write the ARN of a role or user, such as arn:aws:iam::333333333333:role/Organizer.';
const regionAdvice = 'Write a region such as eu-west-1.';
const instanceTypeAdvice = 'Write an instance type such as t3.small.';

export const instanceTypeSchema = z
  .string({ error: instanceTypeAdvice })
  .regex(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, { error: instanceTypeAdvice });

const accountsSchema = section({
  pool: id('Id of the pool of accounts, which its tags and organizational units carry').default('gameday'),
  email: z
    .string({ error: emailAdvice })
    // 64 characters: https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html
    .max(64, { error: emailAdvice })
    .regex(/^[^\s@{}]*\{n\}[^\s@{}]*@[^\s@{}]+\.[^\s@{}]+$/, { error: emailAdvice })
    .describe('Address of new accounts, {n} being the number of the account; none can be created when left out')
    .optional(),
  organization: z
    .string({ error: organizationAdvice })
    .regex(/^o-[a-z0-9]{10,32}$/, { error: organizationAdvice })
    .describe("Id of the AWS organization; that of the organizer's account when left out")
    .optional(),
  organizers: list(
    z
      .string({ error: organizerAdvice })
      .regex(/^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/, { error: organizerAdvice }),
    "Roles and users that may act in the teams' accounts; whoever prepares the accounts when left out",
    '`arn:aws:iam::333333333333:role/Organizer`.',
  ).default([]),
  regions: list(
    z.string({ error: regionAdvice }).regex(/^[a-z]{2}(-[a-z]+)+-\d{1,2}$/, { error: regionAdvice }),
    'Regions that may be used beside the one that is deployed to; us-east-1 when left out',
    '`eu-west-1`.',
  )
    .max(20, { error: 'Write at most 20 regions.' })
    .default([]),
  instanceTypes: list(
    instanceTypeSchema.describe('EC2 instance type'),
    'EC2 instance types that may be started; all with a price up to large when left out',
    '`t3.small`.',
  )
    .min(1, { error: 'Write at least one instance type, such as `- t3.small`.' })
    .max(100, { error: 'Write at most 100 instance types.' })
    .optional(),
});

const optionsAdvice = 'Write what is chosen below it, such as `queue: sqs`.';
const startsAdvice = 'Write date, time and offset, such as 2026-12-10T09:00:00+01:00.';

export const eventFileSchema = section({
  name: words('Name of the event', 60),
  edition: wholeNumber('Place of the event in a series', 1, 10_000).optional(),
  style: z
    .enum(['sandbox', 'informed'], { error: 'Write sandbox or informed.' })
    .describe('sandbox: every team has an account of its own; informed: all heroes share environments')
    .default('sandbox'),
  scenario: words('Id of the scenario, a folder of scenarios/', 60),
  options: z
    .record(id('What the scenario leaves open'), words('What is chosen', 60), { error: optionsAdvice })
    .describe('What is chosen where the scenario leaves a choice')
    .optional(),
  starts: z.iso.datetime({ offset: true, error: startsAdvice }).describe('When it begins'),
  duration: duration('How long it lasts, a whole number of rounds').default('4h'),
  round: duration('The scoring interval, a multiple of 10s').default('60s'),
  freeze: duration('How long before the end the audience sees no more news; 0m never').optional(),
  teams: list(teamSchema, 'Who plays', '`{ id: blue, name: Blue Whales, account: "111111111111" }`.')
    .min(1, { error: 'Write at least one team: `- { id: blue, name: Blue Whales }`.' })
    .max(1000, { error: 'Write at most 1000 teams.' }),
  traffic: list(
    trafficPointSchema,
    "Planned arrival rate per team, linear between points and constant after the last; the scenario's own when left out",
    '`{ at: 1h, rps: 10 }`.',
  )
    .min(1, { error: 'Write at least one point, such as `- { at: 0m, rps: 2 }`.' })
    .optional(),
  spikes: list(spikeSchema, 'When traffic is multiplied', '`{ at: 2h, for: 5m, times: 3 }`.').optional(),
  experiments: list(
    experimentSchema,
    'Faults to be injected',
    '`{ experiment: zone-outage, at: 2h30m, for: 10m }`.',
  ).optional(),
  weaknesses: list(
    weaknessSchema,
    "What hints cost; the scenario's own when left out",
    '`{ id: one-zone, title: Everything in one zone, hints: [30s, 1m, 2m] }`.',
  ).optional(),
  informed: informedSchema.optional(),
  accounts: accountsSchema.prefault({}),
  rules: rulesSchema.prefault({}),
}).meta({ title: 'GameDay event file' });

/** The event file with the schema's defaults filled in, durations still as text. */
export type EventFile = z.output<typeof eventFileSchema>;

/** JSON Schema of the event file, for editors. */
export const eventJsonSchema = (): object => z.toJSONSchema(eventFileSchema, { io: 'input' });
