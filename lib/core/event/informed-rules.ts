import { isTimeZone } from '../informed/hours';
import { formatDuration, tryParseDuration } from './durations';
import type { EventDraft } from './event-draft';
import type { Complaint } from './event-mistakes';
import { minutesOf } from './informed-defaults';
import { repeated, unknown } from './rule-words';

/** What no key of `informed` can tell by itself. */
export const informedComplaints = (draft: EventDraft): readonly Complaint[] => [
  ...styleHasItsSection(draft),
  ...(draft.informed.isStyle
    ? [
        ...environmentsDiffer,
        hoursAreADay,
        targetsAreOfTheAccount,
        customersAreOfTheAccount,
        customersAreCountedByTheMinute,
        longestLasts,
        productionCanBeStopped,
        productionHasTwoPersons,
        votesEndSomewhere,
        heroesShareEnvironments,
        oneAtATime,
      ].flatMap((rule) => rule(draft))
    : []),
];

function styleHasItsSection({ informed: { isStyle, isThere } }: EventDraft): Complaint[] {
  if (isStyle === isThere) return [];
  return isStyle
    ? [
        {
          path: ['informed'],
          what: 'is missing',
          fix: 'Write environments and roles below `informed:`, or remove `style: informed`.',
        },
      ]
    : [
        {
          path: ['informed'],
          atKey: true,
          what: 'the event is of the sandbox style',
          fix: 'Write `style: informed` beside it, or remove the section.',
        },
      ];
}

const environmentsDiffer = (['id', 'name'] as const).map(
  (key) =>
    ({ informed: { environments } }: EventDraft): Complaint[] =>
      repeated(environments, (environment) => environment[key], key).map(({ path, value, first }) => ({
        path,
        what: `${value} is already the ${key} of ${first}`,
        fix: `Give every environment its own ${key}.`,
      })),
);

function hoursAreADay({ informed: { environments } }: EventDraft): Complaint[] {
  return environments.flatMap(({ path, value: { guardrails } }): Complaint[] => {
    const { hours } = guardrails;
    if (hours === undefined) return [];
    const at = [...path, 'guardrails', 'hours'];
    return [
      ...(minutesOf(hours.from) < minutesOf(hours.to)
        ? []
        : [
            {
              path: [...at, 'to'],
              what: `${hours.to} does not come after ${hours.from}`,
              fix: 'Write a later time, up to "24:00".',
            },
          ]),
      ...(isTimeZone(hours.zone)
        ? []
        : [
            {
              path: [...at, 'zone'],
              what: `${hours.zone} is no time zone`,
              fix: 'Write one such as Europe/Paris or UTC.',
            },
          ]),
    ];
  });
}

function targetsAreOfTheAccount({ informed: { environments } }: EventDraft): Complaint[] {
  return environments.flatMap(({ path, value: { account, targets } }) =>
    targets.flatMap((target, index): Complaint[] => {
      if (!('arn' in target) || target.arn.split(':')[4] === account) return [];
      return [
        {
          path: [...path, 'targets', index, 'arn'],
          what: `${target.arn} is not in the account ${account} of the environment`,
          fix: 'Write the ARN of a resource of that account, or correct the account.',
        },
      ];
    }),
  );
}

function customersAreOfTheAccount({ informed: { environments } }: EventDraft): Complaint[] {
  return environments.flatMap(({ path, value: { account, region, customers } }) =>
    (['loadBalancers', 'alarms'] as const).flatMap((key) =>
      (customers?.[key] ?? []).flatMap((arn, index): Complaint[] => {
        const [, , , itsRegion, itsAccount] = arn.split(':');
        if (itsRegion === region && itsAccount === account) return [];
        return [
          {
            path: [...path, 'customers', key, index],
            what: `${arn} is not in ${region} of the account ${account} of the environment`,
            fix: 'Write the ARN of one that is, or correct account and region.',
          },
        ];
      }),
    ),
  );
}

/** What load balancers count comes by the minute. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
function customersAreCountedByTheMinute({ round, informed: { environments } }: EventDraft): Complaint[] {
  const seconds = tryParseDuration(round ?? '');
  const isCounted = environments.some(({ value: { customers } }) => customers !== undefined);
  if (!isCounted || seconds === undefined || seconds % 60 === 0) return [];
  return [
    {
      path: ['round'],
      what: `${round} is no whole number of minutes, and load balancers count customers by the minute`,
      fix: 'Write a duration such as 60s.',
    },
  ];
}

/** The longest that AWS lets an experiment last. https://docs.aws.amazon.com/fis/latest/userguide/fis-quotas.html */
const LONGEST_SECONDS = 12 * 3600;

function longestLasts({ informed: { environments } }: EventDraft): Complaint[] {
  return environments.flatMap(({ path, value: { guardrails } }): Complaint[] => {
    const seconds = tryParseDuration(guardrails.longest) ?? 0;
    if (seconds > 0 && seconds <= LONGEST_SECONDS) return [];
    const what = `${guardrails.longest} is no length for an experiment`;
    return [{ path: [...path, 'guardrails', 'longest'], what, fix: 'Write a duration up to 12h, such as 20m.' }];
  });
}

function productionCanBeStopped({ informed: { environments } }: EventDraft): Complaint[] {
  return environments
    .filter(({ value: { kind, guardrails } }) => kind === 'production' && guardrails.stopOn.length === 0)
    .map(({ path, value }) => ({
      path: [...path, 'guardrails', 'stopOn'],
      what: `nothing would stop an experiment in ${value.name} when customers suffer`,
      fix: 'Write at least one alarm on what customers feel.',
    }));
}

function productionHasTwoPersons({ informed: { environments, people, section } }: EventDraft): Complaint[] {
  if (section === undefined || people.length > 1 || !environments.some(({ value }) => value.kind === 'production'))
    return [];
  return [
    {
      path: ['informed', 'roles'],
      what: 'one person has every role, and a start in production needs two',
      fix: 'Name a second person.',
    },
  ];
}

function votesEndSomewhere({ informed: { environments, section } }: EventDraft): Complaint[] {
  const otherwise = section?.vote.otherwise;
  const known = environments.map(({ value }) => value.id);
  if (otherwise === undefined || known.includes(otherwise)) return [];
  return [{ path: ['informed', 'vote', 'otherwise'], ...unknown('environment', otherwise, known) }];
}

function heroesShareEnvironments({ experiments }: EventDraft): Complaint[] {
  return experiments.flatMap(({ path, value }) =>
    (['teams', 'jitter'] as const)
      .filter((key) => value[key] !== undefined)
      .map((key) => ({
        path: [...path, key],
        atKey: true,
        what: 'heroes of an informed event share every environment, so that an experiment is the same for all',
        fix: 'Remove it.',
      })),
  );
}

/** A vote and an experiment are over before the next kick-off. */
function oneAtATime({ experiments, informed: { section } }: EventDraft): Complaint[] {
  const voteSeconds = tryParseDuration(section?.vote.for ?? '') ?? 0;
  return experiments.flatMap(({ path, value }, index): Complaint[] => {
    const before = experiments[index - 1]?.value;
    if (before === undefined) return [];
    const freeSeconds = (tryParseDuration(before.at) ?? 0) + voteSeconds + (tryParseDuration(before.for ?? '') ?? 0);
    if ((tryParseDuration(value.at) ?? Infinity) > freeSeconds) return [];
    return [
      {
        path: [...path, 'at'],
        what: `${value.at} lies before the end of the vote and the experiment of the kick-off before it`,
        fix: `Write a time after ${formatDuration(freeSeconds)}: one experiment at a time, in order.`,
      },
    ];
  });
}
