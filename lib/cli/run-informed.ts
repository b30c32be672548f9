import { setTimeout as delay } from 'node:timers/promises';
import { environmentPorts } from '../aws/informed/environments';
import { ChatDesk } from '../chat/chat-desk';
import { openChat } from '../chat/open-chat';
import { GameDayError } from '../core/errors';
import { conduct } from '../core/experiments/conductor';
import { takeStep } from '../core/informed/take-step';
import type { Io } from '../core/io';
import { readPrepared } from '../rehearsal/records/prepared';
import { loadScenario } from '../scenarios/catalogue';
import { deployedRecords, type HomeOptions } from './deployed-records';
import { toldNotes } from './told-notes';

/** How often the desk looks at the day, ms. */
const LOOK_MS = 5000;

/**
 * The desk of a deployed event. What was said before it, beside the event file, is written into its records first. Throws `BadOption` for
 * an event of the sandbox style, and what `deployedRecords` and `openChat` throw.
 */
export async function runInformed(file: string, home: HomeOptions, io: Io, signal: AbortSignal): Promise<void> {
  const { event, records, client } = await deployedRecords(file, home, io);
  if (event.informed === undefined) {
    throw new GameDayError(
      'BadOption',
      `${event.name} is of the sandbox style, which needs no desk.`,
      'Its experiments run by themselves: npx gameday experiment plan FILE.',
    );
  }
  const { experiments: cards } = await loadScenario(event.scenario);
  const prepared = readPrepared(file);
  for (const problem of prepared.problems) io.notify(problem);
  for (const entry of prepared.entries) await records.append(entry);

  const places = environmentPorts(event, () => records.log(), { client });
  const ports = {
    ...places,
    now: Date.now,
    log: () => records.log(),
    append: (entry: Parameters<typeof records.append>[0]) => records.append(entry),
    note: toldNotes(io),
  };
  const chat = new ChatDesk(openChat(event.informed.chat, process.env, io), (entry) =>
    records.append({ ...entry, at: new Date().toISOString() }),
  );
  const tellTrouble = (error: unknown): void => io.notify(`Tried again in ${LOOK_MS / 1000} s: ${String(error)}`);
  io.notify(`The desk of ${event.name} is open; Ctrl-C closes it, and what runs ends by itself.`);
  while (!signal.aborted) {
    try {
      const day = await takeStep(ports, event, cards, (now) => chat.shown(now));
      await conduct(ports, event, cards);
      const isOver = day.phase === 'ended' || day.phase === 'closed';
      const telling = chat.tell(day).catch(tellTrouble);
      if (isOver) return await telling.then(() => io.notify(`Next: npx gameday records ${file}`));
    } catch (error) {
      // Throttling, or a network: whatever runs ends by itself, and the next look does what this one could not.
      tellTrouble(error);
    }
    await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
}
