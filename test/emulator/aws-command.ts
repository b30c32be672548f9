import { execFile } from 'node:child_process';
import type { ParticipantCredentials } from '../../lib/access/ports';
import { tryFindPythonTools } from '../support/python-tools';
import { region, type Emulator } from './emulator';

interface Told {
  readonly code: number;
  /** What the command answered, parsed; undefined where it failed or said nothing. */
  readonly answer: unknown;
  readonly error: string;
}

/** The `aws` command line as a participant would use it: with the credentials that were handed out, and nothing else. */
export const awsAs =
  ({ url }: Emulator, { accessKeyId, secretAccessKey, sessionToken }: ParticipantCredentials) =>
  (...args: readonly string[]): Promise<Told> =>
    new Promise((settle) => {
      const options = {
        env: {
          PATH: process.env['PATH'],
          AWS_ENDPOINT_URL: url,
          AWS_REGION: region,
          AWS_DEFAULT_REGION: region,
          AWS_EC2_METADATA_DISABLED: 'true',
          // Nobody's own files.
          AWS_CONFIG_FILE: '/dev/null',
          AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
          AWS_ACCESS_KEY_ID: accessKeyId,
          AWS_SECRET_ACCESS_KEY: secretAccessKey,
          AWS_SESSION_TOKEN: sessionToken,
        },
      };
      const python = tryFindPythonTools() ?? 'python3';
      execFile(python, ['-m', 'awscli', ...args, '--output', 'json'], options, (error, stdout, stderr) => {
        const answer: unknown = error === null && stdout !== '' ? JSON.parse(stdout) : undefined;
        settle({ code: error === null ? 0 : Number(error.code ?? 1), answer, error: stderr });
      });
    });
