import {
  CreateExperimentTemplateCommand,
  DeleteExperimentTemplateCommand,
  GetExperimentCommand,
  type FisClient,
  paginateListExperiments,
  paginateListExperimentTemplates,
  StartExperimentCommand,
  StopExperimentCommand,
  type ExperimentState,
  type ExperimentSummary,
} from '@aws-sdk/client-fis';
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Instant } from '../../core/event/event';
import type { Refusal, RunHealth } from '../../core/experiments/executor';
import type { FaultPlan } from './plan';
import { callService, type ServiceAddress } from './signed-service';
import { unless } from './unless';

/** Says which run a template or an experiment is of. */
const runTag = 'gameday:run';

/** How often an experiment that is to end is looked at before somebody has to ask again. */
const LOOKS = 15;

/**
 * So long a run that is begun again is still the same: whoever died while beginning it is followed by another within minutes. FIS keeps
 * experiments for 120 days, and an account may meet a run of the same name on another day.
 */
const AGAIN_MS = 15 * 60_000;

/** Marks templates that only try out. */
const tryTag = 'gameday:try';

const startedSchema = z.looseObject({ experiment: z.looseObject({ id: z.string() }) });

type FisPlan = Extract<FaultPlan, { by: 'fis' }>;

/**
 * Experiments of AWS FIS in one account. A run's template is made just before its experiment starts and deleted right after, so that
 * nobody reads in the account what is to come: an experiment goes on without its template.
 * https://docs.aws.amazon.com/fis/latest/userguide/delete-template.html
 */
export class FisExperiments {
  /**
   * @param roleArn what FIS works with, a role of the account
   * @param address of FIS itself, for what the client does not know
   * @param now milliseconds since the epoch
   * @param wait between two looks at an experiment that is to end
   */
  constructor(
    private readonly client: FisClient,
    private readonly roleArn: string,
    private readonly address: ServiceAddress,
    private readonly now: () => Instant = Date.now,
    private readonly wait = () => setTimeout(1000),
  ) {}

  async start(run: string, plan: FisPlan): Promise<'started' | Refusal> {
    const known = (await this.of(run)).some(
      ({ state, creationTime }) => isAlive(state) || this.now() - (creationTime?.getTime() ?? 0) < AGAIN_MS,
    );
    if (!known) {
      await this.begin(run, plan).catch(async (error: unknown) => {
        // Whoever begins it at the same moment may be done, and have taken the template away.
        if (!(await this.of(run)).some(({ state }) => isAlive(state))) throw error;
      });
    }
    await this.removeTemplates((each) => each === run);
    const health = await this.state(run);
    return health.state === 'failed' ? { refused: health.reason } : 'started';
  }

  /** Has FIS find the targets and do nothing to them. @returns why it would fail, `undefined` when it would not */
  async tryOut(run: string, plan: FisPlan): Promise<Refusal | undefined> {
    // A token of its own for each try, because what is missing today may be there tomorrow.
    const clientToken = randomUUID();
    const id = await this.createTemplate(run, plan, clientToken, { [tryTag]: run });
    try {
      // https://docs.aws.amazon.com/fis/latest/userguide/generate-target-preview.html; the client is older than this option.
      const body = { clientToken, experimentTemplateId: id, experimentOptions: { actionsMode: 'skip-all' } };
      const started = await callService(
        this.address,
        { method: 'POST', path: '/experiments', body },
        new Date(this.now()),
      );
      const { experiment } = startedSchema.parse(started);
      const state = await this.settled(experiment.id);
      return state?.status === 'failed' ? { refused: state.reason ?? 'FIS says no more' } : undefined;
    } finally {
      await this.client.send(new DeleteExperimentTemplateCommand({ id })).catch(unlessGone);
    }
  }

  async stop(run: string): Promise<void> {
    await this.removeTemplates((each) => each === run);
    for (const { id, state } of await this.of(run)) await this.end(id, state);
  }

  /** What the newest experiment of the run came to; `unknown` when there is none. */
  async state(run: string): Promise<RunHealth> {
    const [newest] = await this.of(run);
    if (newest === undefined) return { state: 'unknown' };
    if (isAlive(newest.state)) return { state: 'running' };
    if (newest.state?.status !== 'failed') return { state: 'over' };
    return { state: 'failed', reason: newest.state.reason ?? 'FIS says no more' };
  }

  /** @returns runs of which a template or a living experiment was found and removed */
  async sweep(keep: ReadonlySet<string>): Promise<readonly string[]> {
    const found = new Set(await this.removeTemplates((run) => !keep.has(run)));
    for (const { id, state, tags } of await this.all()) {
      const run = tags?.[runTag];
      if (run === undefined || keep.has(run) || !isAlive(state)) continue;
      await this.end(id, state);
      found.add(run);
    }
    return [...found];
  }

  private async begin(run: string, plan: FisPlan): Promise<void> {
    // The same token makes one template and one experiment, however often and by however many it is tried.
    const attempt = `${run} ${Math.floor(this.now() / AGAIN_MS)}`;
    const clientToken = createHash('sha256').update(attempt).digest('hex').slice(0, 64);
    const tags = { [runTag]: run };
    const experimentTemplateId = await this.createTemplate(run, plan, clientToken, tags);
    await this.client.send(new StartExperimentCommand({ clientToken, experimentTemplateId, tags }));
  }

  private async createTemplate(
    run: string,
    { action, arns, stopAlarms = [] }: FisPlan,
    clientToken: string,
    tags: Record<string, string>,
  ): Promise<string | undefined> {
    const { actionId, targetKey, resourceType, parameters } = action;
    const { experimentTemplate: template } = await this.client.send(
      new CreateExperimentTemplateCommand({
        clientToken,
        description: `GameDay ${run}`.slice(0, 512),
        roleArn: this.roleArn,
        // The organizer's kill switch is stop-all, which needs no alarm; in a team's account the team could make one ring.
        stopConditions:
          stopAlarms.length === 0
            ? [{ source: 'none' }]
            : stopAlarms.map((value) => ({ source: 'aws:cloudwatch:alarm', value })),
        targets: { Hit: { resourceType, resourceArns: [...arns], selectionMode: 'ALL' } },
        actions: { Fault: { actionId, parameters: { ...parameters }, targets: { [targetKey]: 'Hit' } } },
        // A fault that hits nothing is to be seen as failed, not as ridden out.
        experimentOptions: { accountTargeting: 'single-account', emptyTargetResolutionMode: 'fail' },
        tags,
      }),
    );
    return template?.id;
  }

  /** Stops an experiment, and waits until FIS took everything back. */
  private async end(id: string | undefined, state: ExperimentState | undefined): Promise<void> {
    if (!isAlive(state)) return;
    if (state?.status !== 'stopping') await this.client.send(new StopExperimentCommand({ id }));
    await this.settled(id);
  }

  /** The state in which an experiment ended. Throws when that takes long: then it is asked again. */
  private async settled(id: string | undefined): Promise<ExperimentState | undefined> {
    for (let look = 0; look < LOOKS; look += 1) {
      const { experiment } = await this.client.send(new GetExperimentCommand({ id }));
      if (!isAlive(experiment?.state)) return experiment?.state;
      await this.wait();
    }
    throw new Error(`the experiment ${id} of FIS does not end`);
  }

  /** @returns runs whose templates were deleted */
  private async removeTemplates(isMeant: (run: string) => boolean): Promise<readonly string[]> {
    const removed: string[] = [];
    for await (const { experimentTemplates = [] } of paginateListExperimentTemplates({ client: this.client }, {})) {
      for (const { id, tags } of experimentTemplates) {
        const run = tags?.[runTag] ?? tags?.[tryTag];
        if (run === undefined || !isMeant(run)) continue;
        await this.client.send(new DeleteExperimentTemplateCommand({ id })).catch(unlessGone);
        removed.push(run);
      }
    }
    return removed;
  }

  /** The newest first. */
  private async of(run: string): Promise<readonly ExperimentSummary[]> {
    const created = ({ creationTime }: ExperimentSummary): Instant => creationTime?.getTime() ?? 0;
    return (await this.all()).filter(({ tags }) => tags?.[runTag] === run).sort((a, b) => created(b) - created(a));
  }

  private async all(): Promise<readonly ExperimentSummary[]> {
    const found: ExperimentSummary[] = [];
    for await (const { experiments = [] } of paginateListExperiments({ client: this.client }, {})) {
      found.push(...experiments);
    }
    return found;
  }
}

/** https://docs.aws.amazon.com/fis/latest/APIReference/API_ExperimentState.html */
const isAlive = (state: ExperimentState | undefined): boolean =>
  /^(pending|initiating|running|stopping)$/.test(state?.status ?? '');

const unlessGone = unless('ResourceNotFoundException');
