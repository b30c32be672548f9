import { z } from 'zod';
import { environmentKinds, weekdays } from '../informed/informed';
import { account, amount, duration, id, list, section, wholeNumber, words } from './schema-parts';

/** The section `informed:` of an event file of that style. */

const name = (meaning: string) => words(meaning, 60);

const arnAdvice =
  'Write the ARN of one resource, such as arn:aws:ec2:eu-west-1:111111111111:instance/i-0123456789abcdef0.';
const targetAdvice =
  'Write `{ arn: "arn:aws:…" }` for one resource, or `{ tag: "gameday:target", value: "true" }` for all that carry it.';
const clockAdvice = 'Write hours and minutes in quotes, such as "09:00".';
const regionAdvice = 'Write a region such as eu-west-1.';

const targetSchema = z.union(
  [
    z.strictObject({
      arn: z.string().regex(/^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\d{12}:\S+$/, { error: arnAdvice }),
    }),
    z.strictObject({ tag: words('Key of the tag', 128), value: words('Its value', 256) }),
  ],
  { error: targetAdvice },
);

const clock = (meaning: string) =>
  z
    .string({ error: clockAdvice })
    .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: clockAdvice })
    .describe(meaning);

const hoursSchema = section({
  days: list(z.enum(weekdays, { error: `Write days such as ${weekdays.join(', ')}.` }), 'Days of the week', '`mon`.')
    .min(1, { error: 'Write at least one day, such as `- mon`.' })
    .default(['mon', 'tue', 'wed', 'thu', 'fri']),
  from: clock('From this time of day on'),
  to: clock('Up to this time of day; experiments have ended by then'),
  zone: words('Where the clock hangs, such as Europe/Paris', 60).default('UTC'),
});

const guardrailsSchema = section({
  hours: hoursSchema.optional(),
  mostTargets: wholeNumber('Most resources that one experiment may hit', 1, 1000).default(1),
  mostPercent: amount('The same as a share of what may be hit in the environment, in percent', 1, 100).default(50),
  stopOn: list(
    section({
      alarm: words('ARN of an alarm of CloudWatch on what customers feel', 300),
      below: amount('In a rehearsal: share of steps served well below which it goes off', 0, 1).default(0.5),
    }),
    'Alarms that end an experiment, and let none begin',
    '`{ alarm: "arn:aws:cloudwatch:eu-west-1:111111111111:alarm:orders" }`.',
  )
    .max(20, { error: 'Write at most 20 alarms.' })
    .default([]),
  longest: duration('Longest that an experiment may last').default('20m'),
});

const balancerAdvice =
  'Write the ARN of an application load balancer, such as arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/shop/50dc6c495c0c9188.';
const alarmAdvice = 'Write the ARN of an alarm, such as arn:aws:cloudwatch:eu-west-1:111111111111:alarm:orders.';

const customersSchema = section({
  loadBalancers: list(
    z
      .string({ error: balancerAdvice })
      .regex(/^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\d{12}:loadbalancer\/app\/[^/\s]+\/[0-9a-f]+$/, {
        error: balancerAdvice,
      }),
    'Application load balancers through which customers come',
    'their ARNs.',
  )
    .min(1, { error: balancerAdvice })
    .max(20, { error: 'Write at most 20 load balancers.' }),
  alarms: list(
    z
      .string({ error: alarmAdvice })
      .regex(/^arn:aws[a-z-]*:cloudwatch:[a-z0-9-]+:\d{12}:alarm:\S.*$/, { error: alarmAdvice }),
    'Alarms whose changes are told beside those of the guardrails',
    'their ARNs.',
  )
    .max(50, { error: 'Write at most 50 alarms.' })
    .default([]),
});

export const environmentSchema = section({
  id: id('Short name of the environment'),
  name: name('Name of the environment as everybody sees it'),
  kind: z
    .enum(environmentKinds, { error: `Write one of ${environmentKinds.join(', ')}.` })
    .describe('How close to customers it is'),
  account,
  region: z.string({ error: regionAdvice }).regex(/^[a-z]{2}(-[a-z]+)+-\d{1,2}$/, { error: regionAdvice }),
  owner: name('Name of the person who answers for it and approves experiments'),
  targets: list(targetSchema, 'What of it may be hit', '`{ tag: "gameday:target", value: "true" }`.').min(1, {
    error: targetAdvice,
  }),
  customers: customersSchema.optional(),
  guardrails: guardrailsSchema.prefault({}),
});

const rolesSchema = section({
  gameMaster: name('Who leads the event, by name'),
  villainOnDuty: name('Who answers for the experiments of the day'),
  customerImpactWatcher: name('Who watches what customers feel'),
  scribe: name('Who writes down what happens'),
});

const channelAdvice = 'Write the id of the channel, such as C0123456789.';

const chatSchema = z.union(
  [
    z.strictObject({ kind: z.literal('terminal') }),
    z.strictObject({ kind: z.literal('webhook') }),
    z.strictObject({
      kind: z.literal('slack'),
      channel: z.string({ error: channelAdvice }).regex(/^[A-Z][A-Z0-9]{2,30}$/, { error: channelAdvice }),
    }),
  ],
  { error: 'Write `{ kind: slack, channel: C0123456789 }`, `{ kind: webhook }` or `{ kind: terminal }`.' },
);

export const informedSchema = section({
  environments: list(
    environmentSchema,
    'Where experiments may run',
    '`{ id: staging, name: Staging, kind: staging, account: "111111111111", region: eu-west-1, owner: …, targets: […] }`.',
  )
    .min(1, { error: 'Write at least one environment.' })
    // One reaction of a vote for each.
    .max(9, { error: 'Write at most 9 environments.' }),
  roles: rolesSchema,
  villains: list(name('Name of a person'), 'Who prepares experiments', '`Ada`.')
    .max(200, { error: 'Write at most 200 names.' })
    .default([]),
  vote: section({
    for: duration('How long heroes vote where an experiment runs').default('5m'),
    otherwise: words('Environment that is chosen when nobody votes; the safest when left out', 31).optional(),
  }).prefault({}),
  chat: chatSchema.default({ kind: 'terminal' }),
});
