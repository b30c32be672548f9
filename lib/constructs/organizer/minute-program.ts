import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { startEveryMinute } from './every-minute';
import { FunctionProgram, type FunctionProgramProps } from './function-program';

interface MinuteProgramProps extends Omit<FunctionProgramProps, 'timeout' | 'concurrency'> {
  /** Of what starts it. */
  readonly startedBy: string;
}

/**
 * A program of the organizer's that is started every minute and does all that is due. It may be killed, run late or run twice, so
 * nothing here tries again: the next minute does.
 */
export abstract class MinuteProgram extends FunctionProgram {
  constructor(scope: Construct, id: string, props: MinuteProgramProps) {
    super(scope, id, {
      ...props,
      // A step takes seconds; catching up after an outage, or FIS that is slow to stop, may take longer than the minute between two.
      timeout: Duration.minutes(3),
      // Two at once would be right but would do everything twice.
      concurrency: 1,
    });
    startEveryMinute(this, this.function, props.startedBy);
  }
}
