import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand, STSClient, type AssumeRoleCommandOutput } from '@aws-sdk/client-sts';
import { GameDayError } from '../core/errors';
import { teamStackName } from '../core/team-stack';
import type { ClientOptions } from './client-options';

/** Name, path included, of the role by which the organizer looks into a team's account. */
export const observerRole = 'gameday/observer';

/** Credentials are renewed this long before they end, so that none ends in the middle of a call. */
const RENEWAL_MS = 5 * 60_000;
/** A refusal is remembered so long: all questions of one tick share it, the next tick asks anew. */
const REFUSAL_MS = 20_000;

/** Where a team's customers come in, and the key that its answers are signed with. */
export interface TeamAddress {
  /** Without a trailing slash. */
  readonly url: string;
  /** Secret: never in a log. */
  readonly signingKey: string;
}

interface Session {
  readonly credentials: Promise<Credentials>;
  /** When to ask for new ones. */
  renewAt: number;
}
interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}
type ClientOf<T> = new (options: ClientOptions) => T;

/**
 * Teams' accounts through a role in each. A role is assumed once and kept until shortly before it ends; clients are made
 * once per account and service.
 */
export class TeamAccounts {
  private readonly sts: STSClient;
  private readonly sessions = new Map<string, Session>();
  private readonly clients = new Map<string, Map<ClientOf<unknown>, unknown>>();

  /**
   * @param now milliseconds since the epoch
   * @param role name, path included, of the role to assume in every account
   */
  constructor(
    private readonly options: ClientOptions = {},
    private readonly now: () => number = Date.now,
    private readonly role = observerRole,
  ) {
    this.sts = new STSClient(options);
  }

  /** A client of a service that acts in the account. */
  client<T>(account: string, Client: ClientOf<T>): T {
    const known = this.clients.get(account) ?? new Map<ClientOf<unknown>, unknown>();
    this.clients.set(account, known);
    if (!known.has(Client)) {
      known.set(Client, new Client({ ...this.options, credentials: () => this.credentials(account) }));
    }
    return known.get(Client) as T;
  }

  /**
   * Reads the outputs of the team's stack, and its signing key. Throws `AccountUnreadable` when the stack or an output is missing,
   * and what the SDK throws when the role or a call is refused.
   */
  async address(account: string): Promise<TeamAddress> {
    const cloudFormation = this.client(account, CloudFormationClient);
    const { Stacks: stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: teamStackName }));
    const output = (key: string): string => {
      const value = stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === key)?.OutputValue;
      if (value !== undefined) return value;
      throw unreadable(account, `the stack ${teamStackName} has no output ${key}`);
    };
    const url = output('Address').replace(/\/$/, '');
    const secrets = this.client(account, SecretsManagerClient);
    const { SecretString: signingKey } = await secrets.send(
      new GetSecretValueCommand({ SecretId: output('SigningKeyArn') }),
    );
    if (signingKey === undefined) throw unreadable(account, 'the signing key is not text');
    return { url, signingKey };
  }

  private credentials(account: string): Promise<Credentials> {
    const known = this.sessions.get(account);
    if (known !== undefined && this.now() < known.renewAt) return known.credentials;
    // While the answer is awaited nobody asks again.
    const session: Session = { credentials: this.assume(account), renewAt: Infinity };
    this.sessions.set(account, session);
    session.credentials.then(
      ({ expiration }) => (session.renewAt = expiration.getTime() - RENEWAL_MS),
      () => (session.renewAt = this.now() + REFUSAL_MS),
    );
    return session.credentials;
  }

  private async assume(account: string): Promise<Credentials> {
    const answer = await this.sts.send(
      new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/${this.role}`, RoleSessionName: 'gameday' }),
    );
    return credentialsOf(account, answer);
  }
}

function credentialsOf(account: string, { Credentials: given }: AssumeRoleCommandOutput): Credentials {
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = given ?? {};
  if (accessKeyId === undefined || secretAccessKey === undefined || sessionToken === undefined) {
    throw unreadable(account, 'its role gave no credentials');
  }
  // An hour is what a role gives when nothing else is asked for. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
  return {
    accessKeyId,
    secretAccessKey,
    sessionToken,
    expiration: given?.Expiration ?? new Date(Date.now() + 3_600_000),
  };
}

const unreadable = (account: string, what: string): GameDayError =>
  new GameDayError('AccountUnreadable', `account ${account}: ${what}`, 'Deploy the team again: npx gameday deploy.');
