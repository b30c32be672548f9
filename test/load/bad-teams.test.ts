import { describeEngine } from '../support/engine-rules';

describeEngine('embedded', 3000);
