import type { AppAnswer } from '../arena/application';

export const json = (status: number, value: unknown): AppAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

export const page = (status: number, body: string): AppAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});

export const notFound = (): AppAnswer => json(404, { error: 'not found' });

export const badRequest = (error: string): AppAnswer => json(400, { error });

/** What a program says when it is asked more than it can hold at once, or fails at its work. */
export const busy = (): AppAnswer => page(503, '<h1>Too many customers</h1>');
export const failed = (): AppAnswer => page(500, '<h1>Something broke</h1>');
