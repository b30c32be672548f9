import { formatClock } from '../../core/event/durations';
import { pointsAtEnds, sampled } from '../../core/view/history';
import { htmlText } from '../../postmortem/html-text';
import { whole } from '../../postmortem/words';
import type { Edition } from '../edition';
import { nameOf } from '../team-report';

const WIDTH = 800;
const HEIGHT = 300;
const LEFT = 64;
const RIGHT = 170;
const TOP = 12;
const BOTTOM = 26;
/** Lines that have a colour and a name of their own: more cannot be told apart. */
const MOST_NAMED = 8;
const MOST_POINTS = 240;
/** Between names at the right, so that they do not overlap. */
const NAME_HEIGHT = 15;

/** Points of every team over the event, the best ones with their names where their lines end. */
export function pointsSvg(edition: Edition): string {
  const { game, event } = edition;
  const rounds = sampled(game.rounds, MOST_POINTS);
  const lines = game.teams.map(({ team, lines: ledger }) => ({
    name: nameOf(edition, team),
    points: [0, ...pointsAtEnds(ledger, rounds)],
  }));
  const all = lines.flatMap(({ points }) => points);
  const [least, most] = [Math.min(0, ...all), Math.max(1, ...all)];
  const ends = [0, ...rounds.map(({ round }) => (round + 1) * event.roundSeconds)];
  const last = Math.max(1, ends.at(-1) ?? 1);
  const x = (seconds: number): number => tenth(LEFT + (seconds / last) * (WIDTH - LEFT - RIGHT));
  const y = (points: number): number => tenth(TOP + ((most - points) / (most - least)) * (HEIGHT - TOP - BOTTOM));
  const paths = lines
    .map(({ points }, place) => {
      const path = points.map((value, index) => `${x(ends[index] ?? 0)} ${y(value)}`).join('L');
      return `<path class="line ${place < MOST_NAMED ? `s${place}` : 'other'}" d="M${path}"/>`;
    })
    // The best last, so that it lies on top.
    .reverse()
    .join('');
  const names = apart(lines.slice(0, MOST_NAMED).map(({ points }) => y(points.at(-1) ?? 0)))
    .map((top, place) => {
      const name = lines[place]!.name;
      const short = [...name].length > 22 ? `${[...name].slice(0, 21).join('')}…` : name;
      return `<text class="name s${place}" x="${WIDTH - RIGHT + 8}" y="${top + 4}">${htmlText(short)}</text>`;
    })
    .join('');
  const levels = [least, (least + most) / 2, most]
    .map(
      (points) =>
        `<path class="rule" d="M${LEFT} ${y(points)}H${WIDTH - RIGHT}"/><text class="axis" x="${LEFT - 6}" y="${y(points) + 4}" text-anchor="end">${whole(points)}</text>`,
    )
    .join('');
  const times = [0, 0.25, 0.5, 0.75, 1]
    .map(
      (share) =>
        `<text class="axis" x="${x(share * last)}" y="${HEIGHT - 6}" text-anchor="middle">${formatClock(share * last).slice(0, -3)}</text>`,
    )
    .join('');
  const told = lines.slice(0, MOST_NAMED).map(({ name, points }) => `${name} ${whole(points.at(-1) ?? 0)}`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="points-graph" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" ` +
    `aria-label="${htmlText(`Points at the end: ${told.join(', ')}`)}">${levels}${times}${paths}${names}</svg>`
  );
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Places moved down so that neighbours are a line apart, then up again as far as the lowest sticks out. In the order that they came in. */
function apart(places: readonly number[]): readonly number[] {
  const order = [...places.keys()].sort((a, b) => places[a]! - places[b]!);
  const moved = [...places];
  let free = -Infinity;
  for (const index of order) {
    moved[index] = Math.max(moved[index]!, free);
    free = moved[index] + NAME_HEIGHT;
  }
  const over = Math.max(0, free - NAME_HEIGHT - (HEIGHT - BOTTOM));
  return moved.map((place) => tenth(place - over));
}
