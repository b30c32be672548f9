import type { Io } from '../core/io';
import type { Chat, ChatText } from './chat';

/** The terminal of whoever rehearses: shows what would be posted. Nobody can react there. */
export class TerminalChat implements Chat {
  private posted = 0;

  constructor(private readonly io: Pick<Io, 'notify'>) {}

  post({ title, lines }: ChatText, thread?: string): Promise<string> {
    const indent = thread === undefined ? '' : '    ';
    this.io.notify([`${indent}# ${plain(title)}`, ...lines.map((line) => `${indent}  ${plain(line)}`)].join('\n'));
    return Promise.resolve(`terminal-${(this.posted += 1)}`);
  }

  update(): Promise<void> {
    return Promise.resolve();
  }

  offer(): Promise<void> {
    return Promise.resolve();
  }

  reactions(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

/** What teams write must not move the cursor of an organizer's terminal. */
const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ');
