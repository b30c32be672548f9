import type { DeskDay, ShownVotes } from '../core/informed/desk';
import { kickOffName, kickOffsOf } from '../core/informed/kick-offs';
import { deskMessages, placesOf, type DeskMessage } from '../core/informed/messages';
import { CHAT_VOTER } from '../core/informed/votes';
import type { UndatedEntry } from '../core/records/records';
import type { Chat } from './chat';

/** Times that a message is tried before it is given up. */
const TRIES = 3;

/**
 * Keeps a chat as the desk's messages say, as well as it can: what is posted, and what could not be, goes into the log. Nothing that
 * begins or ends an experiment waits for it.
 */
export class ChatDesk {
  private newest: { readonly kickOff: number; readonly votes: ShownVotes } | undefined;
  private readonly refs = new Map<string, string>();
  private readonly failures = new Map<string, number>();
  private readonly given = new Set<string>();
  /** The newest words that the chat has of a message. */
  private readonly words = new Map<string, string>();
  private telling: Promise<void> | undefined;

  /** @param append writes an entry down, at the instant at which it is */
  constructor(
    private readonly chat: Chat,
    private readonly append: (entry: UndatedEntry) => void | Promise<void>,
  ) {}

  /** What the chat showed when it was last looked at; undefined when it could not be looked at. */
  shown(day: DeskDay): ShownVotes {
    const voting = kickOffsOf(day).find(({ state }) => state === 'voting');
    return voting?.number === this.newest?.kickOff ? this.newest?.votes : undefined;
  }

  /** Brings the chat up to date, and looks at its reactions. Never throws for the chat; while one call is under way another joins it. */
  tell(day: DeskDay): Promise<void> {
    this.telling ??= this.bring(day).finally(() => (this.telling = undefined));
    return this.telling;
  }

  private async bring(day: DeskDay): Promise<void> {
    for (const { entry } of day.entries) {
      if (entry.type === 'posted') this.refs.set(entry.message, entry.ref);
      else if (entry.type === 'chat-failed') this.given.add(entry.message);
    }
    for (const message of deskMessages(day)) {
      const ref = this.refs.get(message.id);
      // A chat that is down is asked once in each turn.
      if (!(ref === undefined ? await this.post(message) : await this.update(message, ref))) break;
    }
    await this.look(day);
  }

  /** @returns false when the chat did not answer */
  private async post(message: DeskMessage): Promise<boolean> {
    const { id, thread } = message;
    if (this.given.has(id)) return true;
    const parent = thread === undefined ? undefined : this.refs.get(thread);
    return this.attempt(id, id, async () => {
      const ref = await this.chat.post(message, parent);
      this.refs.set(id, ref);
      this.words.set(id, wordsOf(message));
      await this.append({ id: `posted-${id}`, by: 'organizer', type: 'posted', message: id, ref });
      // Without them people look for the numbers themselves.
      if (message.choices !== undefined) await this.chat.offer(ref, message.choices).catch(() => undefined);
    });
  }

  private async update(message: DeskMessage, ref: string): Promise<boolean> {
    const words = wordsOf(message);
    // Replies never change.
    if (message.thread !== undefined || this.words.get(message.id) === words || this.given.has(words)) return true;
    return this.attempt(`${message.id}-update`, words, async () => {
      await this.chat.update(ref, message);
      this.words.set(message.id, words);
    });
  }

  private async look(day: DeskDay): Promise<void> {
    const voting = kickOffsOf(day).find(({ state }) => state === 'voting');
    const ref = voting === undefined ? undefined : this.refs.get(kickOffName(voting.number));
    if (voting === undefined || ref === undefined) return;
    const places = placesOf(day);
    const reactions = await this.chat.reactions(ref).catch(() => undefined);
    const votes = reactions?.flatMap(({ place, people }) => {
      const environment = places[place - 1]?.id;
      return environment === undefined
        ? []
        : people.map((person) => ({ voter: `${CHAT_VOTER}${person}`, environment }));
    });
    this.newest = { kickOff: voting.number, votes };
  }

  /** @param what is given up after some tries; of a message's words, newer ones are tried again */
  private async attempt(name: string, what: string, act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      this.failures.delete(what);
      return true;
    } catch (error) {
      const tries = (this.failures.get(what) ?? 0) + 1;
      this.failures.set(what, tries);
      if (tries < TRIES) return false;
      this.given.add(what);
      const reason = (error instanceof Error ? error.message : 'unknown').slice(0, 2000);
      await this.append({ id: `chat-failed-${name}`, by: 'organizer', type: 'chat-failed', message: name, reason });
      return false;
    }
  }
}

const wordsOf = ({ title, lines }: DeskMessage): string => [title, ...lines].join('\n');
