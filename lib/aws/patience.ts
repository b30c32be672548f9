import * as http from 'node:http';
import * as https from 'node:https';
import type { ClientOptions } from './client-options';

const CONNECT_MS = 2000;
/** To one host; calls above it wait for one of these. For ten hosts together below the 1,024 file descriptors of Lambda. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const connections = { keepAlive: true, maxSockets: 75 };

/**
 * How clients of one program call AWS: a call that hears nothing for this long fails and is tried again, and all clients share one set of
 * connections. With one of its own for each, a look at two hundred accounts would run out of file descriptors.
 *
 * @param silenceMs how long a socket may be silent. `requestTimeout` would only warn. https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-smithy-node-http-handler/
 */
export const impatient = (silenceMs: number): Required<Pick<ClientOptions, 'requestHandler'>> => ({
  requestHandler: {
    connectionTimeout: CONNECT_MS,
    socketTimeout: silenceMs,
    httpsAgent: new https.Agent(connections),
    // A local AWS speaks no TLS.
    httpAgent: new http.Agent(connections),
  },
});
