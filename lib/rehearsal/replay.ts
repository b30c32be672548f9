import type { Io } from '../core/io';

export interface ReplayOptions {
  readonly folder: string;
  readonly speed: number;
  /** 0 for any free port. */
  readonly port: number;
}

export function replay(_options: ReplayOptions, _io: Io): Promise<void> {
  return Promise.reject(new Error('gameday replay is not built yet'));
}
