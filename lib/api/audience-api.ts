import { bareApi } from './bare-api';
import type { ApiPorts } from './ports';
import { readerOf } from './reading';
import type { ApiApp } from './route';
import { addScoreboard } from './routes/scoreboard';

/** The part of the API that needs no session: all that there is where a day is only looked at again. */
export function createAudienceApi(ports: Pick<ApiPorts, 'event' | 'records' | 'clock' | 'failed' | 'secure'>): ApiApp {
  const app = bareApi(ports);
  addScoreboard((route, handler) => void app.openapi(route, handler), readerOf(ports));
  return app;
}
