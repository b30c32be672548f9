/** A message as it is handed to a chat: plain words, whoever wrote them; how they look is the chat's own. */
export interface ChatText {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A place of an environment in the vote, from 1, and who reacted with its number. */
export interface Reaction {
  readonly place: number;
  /** The chat's own names of people. */
  readonly people: readonly string[];
}

/**
 * Where heroes are told. Every call may be repeated, fails within seconds when the chat is down, and tries once: whoever calls decides
 * what that means. No error tells a secret.
 */
export interface Chat {
  /** @param thread what `post` answered for the message that this replies to @returns what the message is known by from now on */
  post(text: ChatText, thread?: string): Promise<string>;
  /** Changes the words of a message; nothing happens where messages cannot change. */
  update(ref: string, text: ChatText): Promise<void>;
  /** Shows people which reactions count, from 1 to so many. */
  offer(ref: string, places: number): Promise<void>;
  /** Reactions of people; undefined where nobody can react. */
  reactions(ref: string): Promise<readonly Reaction[] | undefined>;
}
