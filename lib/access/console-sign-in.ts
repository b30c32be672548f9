import type { ParticipantCredentials } from './ports';

/** Where AWS's sign-in and console are. */
export interface SignInHosts {
  /** Base URL of the federation endpoint. */
  readonly federation: string;
  readonly console: string;
}

/**
 * Hosts of a partition: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
 * @param partition as in ARNs; an unknown one is taken for `aws`
 */
export function signInHosts(partition: string, region: string): SignInHosts {
  const [signIn, console] = domains[partition] ?? commercial;
  return {
    // Of all regions of a partition one always answers; a session it begins is good in all.
    federation: `https://${signIn}/federation`,
    console: `https://${region}.${console}/console/home?region=${region}`,
  };
}

const commercial = ['us-east-1.signin.aws.amazon.com', 'console.aws.amazon.com'] as const;
const domains: Readonly<Record<string, readonly [string, string]>> = {
  aws: commercial,
  'aws-cn': ['signin.amazonaws.cn', 'console.amazonaws.cn'],
  'aws-us-gov': ['signin.amazonaws-us-gov.com', 'console.amazonaws-us-gov.com'],
};

/** The request for a sign-in token. Secret: it holds the credentials. No duration, which AWS refuses of a role that was entered from another one. */
export function tokenRequest(
  { federation }: SignInHosts,
  { accessKeyId, secretAccessKey, sessionToken }: ParticipantCredentials,
): string {
  const session = JSON.stringify({ sessionId: accessKeyId, sessionKey: secretAccessKey, sessionToken });
  return `${federation}?${new URLSearchParams({ Action: 'getSigninToken', SessionType: 'json', Session: session }).toString()}`;
}

/** The address that logs in, and ends at the console's home. Secret: whoever has it is logged in, for 15 minutes. */
export const loginLink = ({ federation, console }: SignInHosts, token: string): string =>
  `${federation}?${new URLSearchParams({ Action: 'login', Destination: console, SigninToken: token }).toString()}`;
