import type { AppAnswer } from '../../../lib/arena/application';

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
