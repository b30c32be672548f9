/** The queue of changed prices as a program sees it, whatever it is made of. */
export interface PriceQueue {
  /** Settles when the queue has the message. Rejects when it does not take it, after a few seconds at most. */
  send(text: string): Promise<void>;
  /** Takes messages for good, also after the connection was lost. @param atOnce messages in hand at most; infinite: all that there are */
  take(atOnce: number, handle: HandleMessage): void;
  /** Puts a message aside, for people to look at. Rejects like `send`. */
  putAside(text: string): Promise<void>;
  /** Rejects while the queue cannot be reached. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Never rejects. @returns whether the message is done; otherwise it stays in the queue and comes again */
export type HandleMessage = (text: string) => Promise<boolean>;
