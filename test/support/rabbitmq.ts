import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian's package puts the server itself; what stands in the path changes to a user of its own first. */
const program = '/usr/lib/rabbitmq/bin/rabbitmq-server';
const startsWithinMs = 90_000;

/** A RabbitMQ server of a test's own on loopback. */
export interface Rabbit {
  /** Without user; `guest` with the password `guest` may do everything. */
  readonly url: string;
  readonly port: number;
  /** It does not answer any more, and its connections stay open. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/** Whether the server is installed. */
export const hasRabbit = (): boolean => existsSync(program) && existsSync('/usr/bin/epmd');

/**
 * Like `hasRabbit`, but installs the server first, for root on Debian; where services are started, the package starts one of its own, which
 * no test uses. A line on standard error says how to get the server when it cannot be had.
 */
export async function ensureRabbit(): Promise<boolean> {
  if (hasRabbit()) return true;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('Installing rabbitmq-server, once …\n');
    try {
      const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
      await run('apt-get', ['update'], options);
      await run('apt-get', ['install', '-y', '--no-install-recommends', 'rabbitmq-server'], options);
    } catch {
      // Said below.
    }
  }
  if (hasRabbit()) return true;
  process.stderr.write(
    'The message broker RabbitMQ was not found. Debian, Ubuntu: `sudo apt-get install rabbitmq-server`; it need not run.\n',
  );
  return false;
}

/** Starts a server with everything of its own: ports, cookie, data, and the daemon by which Erlang finds its nodes. */
export async function startRabbit(): Promise<Rabbit> {
  const folder = mkdtempSync(join(tmpdir(), 'rabbit-'));
  const [port = 0, distPort, epmdPort] = await freePorts(3);
  writeFileSync(join(folder, 'rabbitmq.conf'), `listeners.tcp.default = 127.0.0.1:${port}\nlog.console = false\n`);
  writeFileSync(join(folder, 'env.conf'), '');
  writeFileSync(join(folder, 'plugins'), '[].');
  const env = {
    PATH: process.env['PATH'],
    LANG: 'C.UTF-8',
    HOME: folder,
    ERL_EPMD_PORT: `${epmdPort}`,
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_NODENAME: `test-${port}@localhost`,
    RABBITMQ_DIST_PORT: `${distPort}`,
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1} +S 1:1',
    RABBITMQ_CONF_ENV_FILE: join(folder, 'env.conf'),
    RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
    RABBITMQ_MNESIA_BASE: join(folder, 'data'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_PID_FILE: join(folder, 'pid'),
  };
  const epmd = spawn('/usr/bin/epmd', ['-port', `${epmdPort}`, '-address', '127.0.0.1'], { stdio: 'ignore', env });
  // A group of its own, so that the whole of it is frozen and ended: the server is a child of its script.
  const server = spawn(program, [], { stdio: 'ignore', env, detached: true });
  const signal = (name: NodeJS.Signals) => void process.kill(-(server.pid ?? NaN), name);
  const abandon = () => {
    if (server.exitCode === null && server.signalCode === null) signal('SIGKILL');
    epmd.kill('SIGKILL');
  };
  process.once('exit', abandon);
  const stop = async () => {
    process.off('exit', abandon);
    abandon();
    await exit(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listens(port, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `amqp://127.0.0.1:${port}`,
    port,
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    stop,
  };
}

const exit = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
  );

async function listens(port: number, server: ChildProcess): Promise<void> {
  const until = Date.now() + startsWithinMs;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`RabbitMQ ended with ${server.exitCode}`);
    if (await accepts(port)) return;
    await delay(200);
  }
  throw new Error(`RabbitMQ was not up within ${startsWithinMs / 1000} s`);
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** Ports that were free a moment ago, all different. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
