import { datumsPerWindow } from '../aws/window-metrics';

/**
 * What the organizer's plane is made of and how much it does, as far as it costs money. Sizes are those of the organizer's stack,
 * which a test compares; the rest is assumed, on the dear side, for the reason beside it.
 */
export const organizerPlane = {
  scorer: {
    memoryMib: 1769,
    /** Start, event, publishing. */
    secondsPerTick: 2,
    /** Calls to a team's account, many teams at a time. */
    secondsPerTeam: 0.1,
    /** The newest rounds are measured again when later windows come in; a write that changes nothing is paid, too. */
    writesPerRecord: 3,
    /** One team's measurement of one round, below one write unit of 1 KB. */
    bytesPerRecord: 400,
  },
  conductor: {
    memoryMib: 1024,
    /** Reading the log, and looking at the runs that are under way, in many accounts at a time. */
    secondsPerStep: 3,
    /** A step looks at the log again right before and after each start. */
    logReadsPerStep: 3,
  },
  api: {
    memoryMib: 1769,
    /** Two of a team have its page open all day. The control room is a few pages more. */
    pagesPerTeam: 2,
    /** A page asks for its team every two seconds, and for what runs in the account every six. */
    requestsPerHour: 2400,
    /** Most is known from the request before. */
    secondsPerRequest: 0.03,
    /** A team's view with its headers. */
    bytesPerAnswer: 6000,
    /** Every request is counted, so that nobody asks too often. */
    writesPerRequest: 1,
    /** While it is asked, each environment looks once a second for what is new in the log, and every five seconds for rounds. */
    environments: 4,
    logReadsPerHour: 3600,
    roundReadsPerHour: 720,
    /** Rounds that are looked at again, because late windows change them. */
    roundsPerRead: 6,
    /** The organizers', and the key of codes. */
    secrets: 2,
  },
  load: {
    processor: 'arm',
    vcpu: 2,
    memoryGib: 4,
    /** Request and answer with headers and packets; the largest page of the scenarios has 1.7 KB, the mean 0.5. */
    gbPerStep: 2e-6,
    /** A minute's object is written anew as its windows come, and once more when one of them grows. */
    archivingsPerWindow: 2,
    /** Every task reads the whole log once a second, so that a change is felt at once. */
    logReadsPerSecond: 1,
    /** Mean of a day in which some hundred things happen. */
    logBytes: 20_000,
  },
  watching: {
    /** A window has one datum of each. */
    metricsPerTeam: datumsPerWindow,
    ownMetrics: 8,
    /** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html */
    datumsPerCall: 1000,
    /** A window is published again when a later step makes it grow. */
    publishings: 2,
    alarms: 9,
    dashboards: 1,
    logBytesPerTick: 4000,
    logBytesPerTeam: 1000,
  },
  site: {
    /** The page asks every second. */
    pollsPerHour: 3600,
    /** Headers of an unchanged board. */
    bytesPerPoll: 500,
    /** A changed board, compressed. */
    snapshotBytes: 4000,
    snapshotBytesPerTeam: 400,
    /** Places of CloudFront between viewers and bucket. */
    edges: 3,
    secondsCached: 2,
  },
} as const;
