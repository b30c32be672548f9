import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetRoleCommand, IAMClient, NoSuchEntityException } from '@aws-sdk/client-iam';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { pooledRoleArn } from '../../accounts/role-names';
import { GameDayError } from '../../core/errors';
import type { Credentials } from '../../deploy/aws/credentials';
import type { Home } from '../../deploy/aws/home';
import { tryFindStack } from '../../deploy/aws/stack-status';
import type { AccountsView } from '../ports';

/** Name of the team's stack, as `deployTargets` has it. */
interface TeamPlace {
  readonly stackName: string;
  readonly credentials: Credentials;
}

/** Teams' accounts as somebody sees them who may deploy there. @param placeOf an account */
export function accountsView(home: Home, placeOf: (account: string) => TeamPlace): AccountsView {
  const sts = new STSClient({ region: home.region, credentials: home.credentials });
  const optionsOf = (account: string) => ({ region: home.region, credentials: placeOf(account).credentials });
  return {
    enter: async (account, role) => {
      const RoleArn = pooledRoleArn(account, role, home.partition);
      await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'gameday-doctor' }));
    },
    observerTrust: async (account) => {
      try {
        const { Role: role } = await new IAMClient(optionsOf(account)).send(
          new GetRoleCommand({ RoleName: 'observer' }),
        );
        // IAM gives policies encoded as in addresses: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
        return decodeURIComponent(role?.AssumeRolePolicyDocument ?? '');
      } catch (error) {
        if (error instanceof NoSuchEntityException) return undefined;
        throw error;
      }
    },
    address: async (account) => {
      const { stackName } = placeOf(account);
      const stack = await tryFindStack(new CloudFormationClient(optionsOf(account)), stackName);
      const { Address: address, SigningKeyArn: key } = stack?.outputs ?? {};
      if (address === undefined || key === undefined) throw unaddressed(account, stackName);
      const secrets = new SecretsManagerClient(optionsOf(account));
      const { SecretString: signingKey } = await secrets.send(new GetSecretValueCommand({ SecretId: key }));
      return { url: address.replace(/\/$/, ''), signingKey: signingKey ?? '' };
    },
  };
}

const unaddressed = (account: string, stack: string): GameDayError =>
  new GameDayError(
    'AccountUnreadable',
    `account ${account}: the stack ${stack} is not there, or tells no address`,
    'Deploy the team again: npx gameday deploy.',
  );
