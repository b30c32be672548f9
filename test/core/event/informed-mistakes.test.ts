import { eventJson, parseEventJson } from '../../../lib/core/event/event-json';
import { scaleEvent } from '../../../lib/core/event/event-scale';
import { eventText } from '../../../lib/core/event/event-text';
import { anEnvironment, anInformed, anInformedEvent } from '../../support/an-informed';
import { eventOf, least, mistakesOf } from './event-files';

const roles = 'roles: { gameMaster: Master, villainOnDuty: Villain, customerImpactWatcher: Watcher, scribe: Scribe }';
const place = (more: string): string =>
  `{ id: test, name: Test, kind: test, account: "333333333333", region: eu-west-1, owner: Owner, ${more} }`;
const target = 'targets: [{ tag: "gameday:target", value: "true" }]';

const customers =
  'customers: { loadBalancers: ["arn:aws:elasticloadbalancing:eu-west-1:333333333333:loadbalancer/app/shop/50dc6c495c0c9188"], alarms: ["arn:aws:cloudwatch:eu-west-1:333333333333:alarm:latency"] }';

/** An event file of the informed style with these environments, and more keys of the section. */
const informed = (environments: readonly string[], more = '', top = ''): string =>
  `${least}style: informed\ninformed:\n  environments:\n${environments.map((each) => `    - ${each}\n`).join('')}  ${roles}\n${more === '' ? '' : `  ${more}\n`}${top}`;

test('an event is of the sandbox style unless it says otherwise', () => {
  expect(eventOf(least).informed).toBeUndefined();
  expect(eventOf(`${least}style: sandbox\n`).informed).toBeUndefined();
});

test('what is left out of an informed event is careful: one target, half of them, twenty minutes, the safest without votes', () => {
  expect(eventOf(informed([place(target)])).informed).toMatchObject({
    environments: [{ guardrails: { mostTargets: 1, mostPercent: 50, stopOn: [], longestSeconds: 1200 } }],
    vote: { seconds: 300 },
    chat: { kind: 'terminal' },
  });
  expect(eventOf(informed([place(target)])).informed?.vote.otherwise).toBeUndefined();
});

test.each<[string, string, string]>([
  ['the style without its section', `${least}style: informed\n`, 'informed: is missing. Write environments and roles'],
  [
    'the section without its style',
    informed([place(target)]).replace('style: informed\n', ''),
    'informed: the event is of the sandbox style. Write `style: informed` beside it',
  ],
  ['no target', informed([place('targets: []')]), 'targets: an empty list cannot stand here. Write `{ arn:'],
  [
    'a target of another account',
    informed([place('targets: [{ arn: "arn:aws:ec2:eu-west-1:999999999999:instance/i-1" }]')]),
    'is not in the account 333333333333 of the environment',
  ],
  [
    'a load balancer of another region',
    informed([
      place(
        `${target}, customers: { loadBalancers: ["arn:aws:elasticloadbalancing:eu-west-3:333333333333:loadbalancer/app/shop/50dc6c495c0c9188"] }`,
      ),
    ]),
    'is not in eu-west-1 of the account 333333333333 of the environment. Write the ARN of one that is',
  ],
  [
    'a network load balancer, which counts no requests',
    informed([
      place(
        `${target}, customers: { loadBalancers: ["arn:aws:elasticloadbalancing:eu-west-1:333333333333:loadbalancer/net/shop/50dc6c495c0c9188"] }`,
      ),
    ]),
    'Write the ARN of an application load balancer, such as',
  ],
  [
    'rounds of half a minute where load balancers count customers',
    informed([place(`${target}, ${customers}`)], '', 'round: 30s\n'),
    'round: 30s is no whole number of minutes, and load balancers count customers by the minute. Write a duration such as 60s.',
  ],
  [
    'two environments of one name',
    informed([place(target), place(target).replace('id: test', 'id: more')]),
    'informed.environments[1].name: Test is already the name of informed.environments[0]. Give every environment',
  ],
  [
    'hours that end before they begin',
    informed([place(`${target}, guardrails: { hours: { from: "17:00", to: "09:00" } }`)]),
    'hours.to: 09:00 does not come after 17:00',
  ],
  [
    'an unknown time zone',
    informed([place(`${target}, guardrails: { hours: { from: "09:00", to: "17:00", zone: Moon/Base } }`)]),
    'hours.zone: Moon/Base is no time zone. Write one such as Europe/Paris or UTC.',
  ],
  [
    'a longest duration of none',
    informed([place(`${target}, guardrails: { longest: 0m }`)]),
    'longest: 0m is no length for an experiment',
  ],
  [
    'production that no alarm stops',
    informed([place(target).replace('kind: test', 'kind: production')]),
    'nothing would stop an experiment in Test when customers suffer. Write at least one alarm',
  ],
  [
    'one person in every role where production needs two',
    informed([
      place(`${target}, guardrails: { stopOn: [{ alarm: orders }] }`)
        .replace('kind: test', 'kind: production')
        .replace('Owner', 'Master'),
    ]).replaceAll(/: (Villain|Watcher|Scribe)\b/g, ': Master'),
    'informed.roles: one person has every role, and a start in production needs two',
  ],
  [
    'a default that is no environment',
    informed([place(target)], 'vote: { otherwise: tset }'),
    'informed.vote.otherwise: tset is no environment. Did you mean test?',
  ],
  [
    'an experiment for one team',
    informed([place(target)], '', 'experiments: [{ experiment: zone-outage, at: 1h, teams: [blue] }]\n'),
    'experiments[0].teams: heroes of an informed event share every environment',
  ],
  [
    'kick-offs that overlap',
    informed(
      [place(target)],
      '',
      'experiments: [{ experiment: zone-outage, at: 1h, for: 10m }, { experiment: zone-outage, at: 1h10m }]\n',
    ),
    'experiments[1].at: 1h10m lies before the end of the vote and the experiment of the kick-off before it. Write a time after 1h15m',
  ],
  [
    'a channel by its name',
    informed([place(target)], 'chat: { kind: slack, channel: "#gameday" }'),
    'Write the id of the channel, such as C0123456789.',
  ],
])('%s is told with what to write instead', (_what, text, told) => {
  const mistakes = mistakesOf(text);
  expect(mistakes).toHaveLength(1);
  expect(mistakes[0]).toContain(told);
});

const event = anInformedEvent(
  anInformed({
    environments: [
      anEnvironment({
        targets: [{ arn: 'arn:aws:ec2:eu-west-1:333333333333:instance/i-1' }],
        guardrails: {
          hours: { days: ['mon', 'fri'], fromMinutes: 545, toMinutes: 1440, zone: 'Europe/Paris' },
          stopOn: [{ alarm: 'orders', below: 0.25 }],
        },
      }),
    ],
    vote: { seconds: 90, otherwise: 'test' },
    chat: { kind: 'slack', channel: 'C0123' },
  }),
  { experiments: [{ experiment: 'zone-outage', atSeconds: 600, forSeconds: 300 }], weaknesses: [] },
);

test('an informed event that is written out, as an event file or as JSON, reads back as the equal event', () => {
  expect(eventOf(eventText(event))).toEqual(event);
  expect(parseEventJson(eventJson(event))).toEqual(event);
});

test('in another length votes are taken in proportion, and limits stay', () => {
  const { informed: scaled } = scaleEvent(event, event.durationSeconds / 2);
  expect(scaled?.vote.seconds).toBe(45);
  expect(scaled?.environments).toEqual(event.informed?.environments);
});

test('where customers are counted stands in the file and in every form of the event', () => {
  const event = eventOf(informed([place(`${target}, ${customers}`)]));
  const [environment] = event.informed?.environments ?? [];
  expect(environment?.customers).toEqual({
    loadBalancers: ['arn:aws:elasticloadbalancing:eu-west-1:333333333333:loadbalancer/app/shop/50dc6c495c0c9188'],
    alarms: ['arn:aws:cloudwatch:eu-west-1:333333333333:alarm:latency'],
  });
  expect(parseEventJson(eventJson(event))).toEqual(event);
  expect(eventOf(eventText(event))).toEqual(event);
});
