import { reclaimCommand } from '../../lib/cli/reclaim';
import { spokenIo } from '../support/spoken';

test('unless told otherwise, an account is not given up while AWS may still let go of the network interfaces of functions', () => {
  const patience = reclaimCommand(spokenIo()).opts()['patience'] as unknown;
  expect(patience).toBeGreaterThan(20 * 60);
});
