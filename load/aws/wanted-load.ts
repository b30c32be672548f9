import type { GameDayEvent } from '../../lib/core/event/event';
import { windowSeconds } from '../../lib/core/scorer/ports';
import type { LoadOrder, LoadTeam } from '../protocol';
import type { CalendarPlan } from './calendar-plan';

/** Windows that one order covers at most: an hour. k6's memory grows with its plan, and what an hour brings is soon enough. */
const MOST_WINDOWS = 360;

/** A team whose address is known. */
export type KnownTeam = Omit<LoadTeam, 'journeysPerWindow'>;

/** What is to be sent, as event, log and teams' addresses say now. */
export interface WantedLoad {
  readonly event: GameDayEvent;
  readonly plan: CalendarPlan;
  /** Tells this task's customers from those of another. */
  readonly seed: number;
  readonly journeySteps: number;
  /** Ids of this task's teams, in the event's order. */
  readonly everybody: readonly string[];
  /** Those of them that can be sent anything, in the same order. */
  readonly teams: readonly KnownTeam[];
}

/** The teams that one of several tasks sends to. */
export const teamsOfTask = (event: GameDayEvent, task: number, tasks: number) =>
  event.teams.filter((_, index) => index % tasks === task);

/**
 * What an engine is told for windows from `fromWindow` on. Real time is the event's calendar, and windows are numbered from 1970 on, so
 * that they are those of the clock whenever it began.
 */
export function orderFrom({ event, plan, seed, teams }: WantedLoad, fromWindow: number): LoadOrder {
  const untilWindow = Math.max(fromWindow, Math.min(plan.untilWindow, fromWindow + MOST_WINDOWS));
  const windows = Array.from({ length: untilWindow - fromWindow }, (_, index) => fromWindow + index);
  return {
    scenario: event.scenario,
    seed,
    startsAtMs: 0,
    calendarStartMs: 0,
    speed: 1,
    windowSeconds,
    fromWindow,
    untilWindow,
    ...event.rules.bands,
    teams: teams.map((team) => ({
      ...team,
      journeysPerWindow: windows.map((window) => plan.journeys(team.id, window)),
    })),
  };
}

/** Whether an order begins any journey at all. */
export const isIdle = (order: LoadOrder): boolean =>
  order.teams.every(({ journeysPerWindow }) => journeysPerWindow.every((journeys) => journeys === 0));
