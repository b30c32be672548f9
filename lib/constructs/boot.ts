import { Aws, Stack } from 'aws-cdk-lib';
import { UserData } from 'aws-cdk-lib/aws-ec2';
import type { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';

/** Where the application listens, on instances and in tasks. */
export const appPort = 8080;

/**
 * First boot of an instance: Node from Amazon Linux, the application from S3, the signing key from Secrets Manager, and a
 * systemd unit that starts it again whenever it ends.
 *
 * @param environment of the process, beside what every tier needs
 */
export function bootScript(app: Asset, signingKey: ISecret, environment: Readonly<Record<string, string>>): UserData {
  const { region } = Stack.of(app);
  const values = { PORT: `${appPort}`, ACCOUNT: Aws.ACCOUNT_ID, WORKERS: '$(nproc)', ...environment };
  const userData = UserData.forLinux();
  userData.addCommands(
    'set -euo pipefail',
    // https://docs.aws.amazon.com/linux/al2023/ug/nodejs.html
    'dnf install -y nodejs22',
    'mkdir -p /opt/app',
    `aws s3 cp --region ${region} ${app.s3ObjectUrl} /opt/app/app.js`,
    `key=$(aws secretsmanager get-secret-value --region ${region} --secret-id ${signingKey.secretArn} --query SecretString --output text)`,
    '(umask 077; cat > /etc/app.env <<END',
    ...Object.entries(values).map(([name, value]) => `${name}=${value}`),
    'SIGNING_KEY=$key',
    'END',
    ')',
    'cat > /etc/systemd/system/app.service <<END',
    '[Unit]',
    'Description=The application of this tier',
    'After=network-online.target',
    '[Service]',
    'EnvironmentFile=/etc/app.env',
    'ExecStart=/usr/bin/node-22 /opt/app/app.js',
    'DynamicUser=yes',
    'Restart=always',
    'RestartSec=5',
    '[Install]',
    'WantedBy=multi-user.target',
    'END',
    'systemctl enable --now app',
  );
  return userData;
}
