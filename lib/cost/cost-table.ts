import { columns } from '../core/view/columns';
import type { CostSheet, EventCost } from './event-cost';

/** An event's cost as text, line by line. @param hoursLeftRunning after the event; 0 for none */
export function costTable(cost: EventCost, hoursLeftRunning: number): string {
  const { team, organizer, total, teams, hours } = cost;
  const left = total.idleUsdPerHour * hoursLeftRunning;
  return [
    `Organizer's plane, ${hours} h, ${teams === 1 ? '1 team' : `${teams} teams`}\n`,
    sheetRows(organizer),
    '\nOne team, as it takes over, with its fleets as small as they may be\n',
    sheetRows(team.spoiled.least),
    '\nOne team, in short\n',
    columns(
      [
        ['', 'smallest', 'largest', 'idle/h'],
        teamRow('as it takes over', team.spoiled),
        teamRow('as it should be', team.good),
      ],
      [0],
    ),
    '\nAll together\n',
    columns(
      [
        ['the event, small fleets', usd(total.leastUsd)],
        ['the event, all fleets at their largest', usd(total.mostUsd)],
        ['every hour that it is left running', usd(total.idleUsdPerHour)],
        ...(hoursLeftRunning > 0
          ? [[`left running for ${hoursLeftRunning} h after it, small fleets`, usd(total.leastUsd + left)]]
          : []),
      ],
      [0],
    ),
    '\nEurope (Ireland), list prices of 2025, without tax and free tier; pages and quantities with --json.\n',
    ...cost.flags.map((flag) => `Priced as the dearest of its kind: ${flag}\n`),
  ].join('');
}

function sheetRows({ lines, usd: all, idleUsdPerHour }: CostSheet): string {
  const rows = lines.map((line) => [
    `  ${line.what}`,
    amount(line.quantity),
    line.unit,
    usd(line.usd),
    usd(line.idleUsdPerHour),
  ]);
  return columns(
    [['', 'quantity', '', 'USD', 'idle/h'], ...rows, ['  together', '', '', usd(all), usd(idleUsdPerHour)]],
    [0, 2],
  );
}

const teamRow = (what: string, { least, most }: Readonly<Record<'least' | 'most', CostSheet>>): string[] => [
  `  ${what}`,
  usd(least.usd),
  usd(most.usd),
  usd(least.idleUsdPerHour),
];

const usd = (value: number): string => value.toFixed(value === 0 || value >= 0.01 ? 2 : 4);
const amount = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
