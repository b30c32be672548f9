import type { Io } from '../core/io';

export interface RehearseOptions {
  readonly file: string | undefined;
  /** Event seconds per real second. */
  readonly speed: number | 'max';
  /** Event seconds to compress the event into. */
  readonly duration?: number;
  readonly seed: number;
  readonly engine: 'auto' | 'embedded' | 'k6';
  /** 0 for any free port. */
  readonly port: number;
  readonly out?: string;
  readonly headless: boolean;
  readonly resume?: string;
}

export function rehearse(_options: RehearseOptions, _io: Io): Promise<void> {
  return Promise.reject(new Error('gameday rehearse is not built yet'));
}
