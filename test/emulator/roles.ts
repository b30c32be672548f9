import { organizerOptions } from './cloudformation';
import type { Emulator } from './emulator';

/** What a client needs to act as a role of a program, of whatever account. */
export async function roleOptions(emulator: Emulator, arn: string) {
  const env = await emulator.envOfRole(arn);
  return {
    ...organizerOptions(emulator),
    credentials: {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
      sessionToken: env['AWS_SESSION_TOKEN'] ?? '',
    },
  };
}
