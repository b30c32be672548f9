/**
 * How long machines take, seconds. AWS publishes hardly any of these, so they are our estimates of what one sees, unless a page is named.
 * Launches: an instance is running 15 s after it is asked for and its system has booted 20 s later; what it installs then is the
 * application's own start. A Fargate task is running when its image has been pulled.
 */
export const instanceLaunchSeconds = 15;
export const instanceSetupSeconds = 20;
export const taskLaunchSeconds = 30;

/** An orderly shutdown, as before a change of the instance type. */
export const stopSeconds = 20;

/** A stopped or rebooted instance keeps its disk, so only its system has to come up before the program does. */
export const restartSeconds = 30;

/** An instance whose host is gone or whose system is stuck fails its status checks after about two minutes. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html */
export const statusCheckSeconds = 120;

/** An instance that does not shut down is reset after four minutes. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-reboot.html */
export const hardRebootSeconds = 240;

/**
 * EC2 recovers an instance by itself when its system status check fails; AWS does not say how soon, we take it for longer than an alarm
 * of two minutes takes. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-recover.html
 */
export const automaticRecoverySeconds = 300;
