/** What an organizer can be told. Scripts and tests match the code, never the message. */
export type GameDayErrorCode =
  | 'Aborted'
  | 'AccessRefused'
  | 'AccountNotOurs'
  | 'AccountsUnsound'
  | 'AccountUnready'
  | 'AccountUnreadable'
  | 'BadEvent'
  | 'BadFile'
  | 'BadOption'
  | 'CredentialsMissing'
  | 'DeployFailed'
  | 'ExperimentRefused'
  | 'ExperimentRuns'
  | 'FileMissing'
  | 'FolderInUse'
  | 'FolderUnwritable'
  | 'NotDeployed'
  | 'NotReady'
  | 'OrganizationUnfit'
  | 'PortInUse'
  | 'QuotaTooSmall'
  | 'ReclaimFailed'
  | 'RecordConflict'
  | 'ScenarioBroken'
  | 'ScenarioUnfair'
  | 'ScenarioUnknown'
  | 'SecretUnusable'
  | 'SignInFailed'
  | 'StateRefused'
  | 'SynthFailed'
  | 'EngineMissing'
  | 'EngineFailed';

/** A failure the organizer can act on. Anything else that escapes is a bug in the toolkit. */
export class GameDayError extends Error {
  override readonly name = 'GameDayError';

  /** @param hint one sentence: what the organizer should do next */
  constructor(
    readonly code: GameDayErrorCode,
    message: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
