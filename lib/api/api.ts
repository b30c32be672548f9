import { bareApi } from './bare-api';
import type { ApiPorts } from './ports';
import { readerOf } from './reading';
import { adderOf, type ApiApp } from './route';
import { addAccount } from './routes/account';
import { addConsole } from './routes/console';
import { addDocument } from './routes/document';
import { addEndpoint } from './routes/endpoint';
import { addExperiments } from './routes/experiments';
import { addHints } from './routes/hints';
import { addIncidents } from './routes/incidents';
import { addOrganizer } from './routes/organizer';
import { addQuestions } from './routes/questions';
import { addReadiness } from './routes/readiness';
import { addRulings } from './routes/rulings';
import { addScoreboard } from './routes/scoreboard';
import { addSession } from './routes/session';
import { addSteering } from './routes/steer';
import { addTeam } from './routes/team';

/**
 * The HTTP API that the pages call, below `/api`: every write appends to the log, every read is a view of the fold. It keeps nothing but the last
 * fold, which any other server works out alike.
 */
export function createApi(ports: ApiPorts): ApiApp {
  const app = bareApi(ports);
  const add = adderOf(app, ports);
  const read = readerOf(ports);
  addScoreboard(add, read);
  addSession(add, ports);
  addTeam(add, ports, read);
  addIncidents(add, ports, read);
  addHints(add, ports, read);
  addQuestions(add, ports, read);
  addEndpoint(add, ports);
  addAccount(add, ports);
  addConsole(add, ports, read);
  addOrganizer(add, ports, read);
  addSteering(add, ports);
  addReadiness(add, ports, read);
  addExperiments(add, ports, read);
  addRulings(add, ports, read);
  addDocument(add, app);
  return app;
}
