import { describeEngine } from '../support/engine-rules';

describeEngine('k6', 3500);
