import type { News, Snapshot } from '../../lib/core/view/snapshot';
import { eventSecondsAt } from '../shared/event-time';
import { freshAnnouncement } from '../shared/fresh-announcement';
import { serverTime } from '../shared/server-clock';
import { clockWords, type Words } from '../shared/words';
import { freshnessOf, type Freshness } from './freshness';
import { lineHues } from './graph';
import type { Feed } from './poll';
import { rowOf, type Row } from './row';
import { seat, type Seating } from './seating';

/** What stands on the board at one moment: everything the page draws and nothing it would have to decide. */
type BoardView = { readonly screen: 'loading'; readonly unreachable: boolean } | WaitingView | StandingsView;

export interface WaitingView {
  readonly screen: 'waiting';
  readonly eventName: string;
  /** By the server's clock; undefined in a rehearsal faster than real time, which begins when it is ready, whatever its calendar says. */
  readonly startsAtMs: number | undefined;
  /** By name: nobody leads yet. */
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly freshness: Freshness;
}

export interface StandingsView {
  readonly screen: 'standings';
  readonly eventName: string;
  readonly phase: Snapshot['clock']['phase'];
  readonly freshness: Freshness;
  /** Event time at which the standings froze, in words; undefined when they are not frozen. */
  readonly frozenAt: string | undefined;
  /** Undefined when the event is over. */
  readonly traffic: TrafficView | undefined;
  readonly seating: Seating;
  /** Standings order, best first. */
  readonly rows: readonly Row[];
  readonly news: readonly NewsView[];
  /** What the organizer has just announced, for as long as it is new. */
  readonly announcement: string | undefined;
  /** Who has won, once it may be known; more than one when nothing tells them apart on the board. */
  readonly winners: readonly string[];
}

export interface TrafficView {
  readonly stepsPerSecond: number;
  readonly plan: readonly number[];
  /** Where in the plan now is, 0 to 1. */
  readonly now: number;
}

export interface NewsView extends News {
  readonly at: string;
  /** For lists: the same for the same news, however many are put before it. */
  readonly key: string;
}

/** How long each turn of a board with many teams is shown. */
const TURN_MS = 8000;

/** The board when the viewer's clock shows `viewerMs`. Pure: the same feed and time always give the same board. @param words of the page's language */
export function boardView(feed: Feed, viewerMs: number, words: Words): BoardView {
  const { snapshot } = feed;
  if (snapshot === undefined) return { screen: 'loading', unreachable: feed.failures > 1 };
  const { event, clock, teams } = snapshot;
  if (clock.phase === 'waiting') {
    return {
      screen: 'waiting',
      eventName: event.name,
      startsAtMs: clock.speed === 1 ? Date.parse(event.startsAt) : undefined,
      teams: teams.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en')),
      freshness: freshnessOf(feed, snapshot, viewerMs),
    };
  }

  const now = eventSecondsAt(clock, serverTime(feed.offset, viewerMs));
  const asOfSeconds = snapshot.freeze.frozen ? Math.min(now, snapshot.freeze.atSeconds ?? now) : now;
  const hue = lineHues(snapshot);
  const over = clock.phase === 'ended' || clock.phase === 'closed';
  return {
    screen: 'standings',
    eventName: event.name,
    phase: clock.phase,
    freshness: freshnessOf(feed, snapshot, viewerMs),
    frozenAt: snapshot.freeze.frozen ? clockWords(asOfSeconds) : undefined,
    traffic: over ? undefined : { ...snapshot.traffic, now: clock.endsSeconds > 0 ? now / clock.endsSeconds : 0 },
    seating: seat(teams.length, Math.floor(viewerMs / TURN_MS)),
    rows: teams.map((team) => rowOf(team, asOfSeconds, hue.get(team.id), words)),
    news: newsView(snapshot),
    announcement: freshAnnouncement(
      snapshot.news.find(({ kind }) => kind === 'announcement'),
      now,
      clock.speed,
    ),
    winners:
      snapshot.rounds > 0 && snapshot.awards !== null
        ? teams.filter((team) => team.rank === 1).map((team) => team.name)
        : [],
  };
}

function newsView({ news }: Snapshot): NewsView[] {
  const seen = new Map<string, number>();
  return [...news]
    .reverse()
    .map((item) => {
      const name = `${item.atSeconds} ${item.kind} ${item.team ?? ''} ${item.text}`;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return { ...item, at: clockWords(item.atSeconds), key: `${name} ${times}` };
    })
    .reverse();
}
