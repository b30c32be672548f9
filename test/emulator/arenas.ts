import { openFront, type Front } from '../../lib/arena/front';
import type { GameDayEvent } from '../../lib/core/event/event';
import { Stage } from '../../lib/rehearsal/stage/stage';
import { loadScenario } from '../../lib/scenarios/catalogue';
import { synthesise } from '../../lib/scenarios/synth';

const TICK_MS = 4;

interface Arenas {
  readonly urls: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** Every team's good architecture in an arena of its own on loopback, in real time, signing with the given keys. */
export async function openArenas(event: GameDayEvent, signingKeys: ReadonlyMap<string, string>): Promise<Arenas> {
  const [{ application }, synthesis] = await Promise.all([
    loadScenario(event.scenario),
    synthesise(event.scenario, event.options),
  ]);
  const stage = new Stage({ event, application, synthesis, seed: 1, template: synthesis.good });
  const begunAt = Date.now();
  const eventSeconds = () => (Date.now() - begunAt) / 1000;
  const move = () => stage.advance(eventSeconds());
  const calendarAt = (seconds: number) => begunAt + seconds * 1000;
  const fronts = new Map<string, Front>();
  for (const { team, world } of stage.teams) {
    const logic = application.open({ account: team.account, signingKey: signingKeys.get(team.id) ?? '' });
    fronts.set(team.id, await openFront({ world, logic, eventSeconds, move, calendarAt }));
  }
  const ticking = setInterval(move, TICK_MS);
  return {
    urls: new Map([...fronts].map(([team, { url }]) => [team, url])),
    close: async () => {
      clearInterval(ticking);
      await Promise.all([...fronts.values()].map((front) => front.close()));
    },
  };
}
