import { useMemo, type ReactNode } from 'react';
import type { TeamView } from '../../lib/api/views/team-view';
import type { LineGraph } from '../shared/graph/line-graph';
import type { Scale } from '../shared/graph/line-graph-options';
import { LinePlot } from '../shared/graph/line-plot';
import { Panel } from '../shared/panel';
import { useTexts } from '../shared/use-texts';
import { useWords } from '../shared/use-words';
import { teamTexts } from '../texts/team';
import { latencyGraph, servedGraph, servedShare, spendGraph, trafficGraph } from './round-graphs';

/** How customers fare and what it costs, round by round: each graph with its newest numbers in words. */
export function GraphsPanel({ view }: { readonly view: TeamView }) {
  const texts = useTexts(teamTexts);
  const words = useWords();
  const { rounds, rules, traffic, clock } = view;
  const graphs = useMemo(() => {
    const sight = { rounds, rules, traffic, clock };
    return {
      served: servedGraph(sight, texts),
      latency: latencyGraph(sight, texts),
      traffic: trafficGraph(sight, texts),
      spend: spendGraph(sight, texts),
    };
  }, [rounds, rules, traffic, clock, texts]);
  const scales = useMemo(() => scalesOf(words, rules), [words, rules]);

  const newest = rounds.at(-1);
  if (newest === undefined) {
    return (
      <Panel title={texts.graphs}>
        <p className="quiet">{texts.noRounds}</p>
      </Panel>
    );
  }
  const share = servedShare(newest);
  const { p50Ms, p95Ms, meanUsdPerHour: mean, allowanceUsdPerHour: allowance } = newest;
  const over = allowance > 0 ? mean / allowance - 1 : 0;
  return (
    <Panel title={texts.graphs}>
      <div className="graphs">
        <Figure title={texts.served} graph={graphs.served} scale={scales.percent}>
          {share === null ? null : texts.servedNow(words.percent(share), words.percent(rules.objective))}
        </Figure>
        <Figure title={texts.latency} graph={graphs.latency} scale={scales.latency}>
          {p50Ms === null || p95Ms === null ? null : texts.latencyNow(words.whole(p50Ms), words.whole(p95Ms))}
          <br />
          {texts.bands(words.whole(rules.fastMs), words.whole(rules.acceptableMs))}
        </Figure>
        <Figure title={texts.traffic} graph={graphs.traffic} scale={scales.rate}>
          {texts.trafficNow(words.rate(clock.phase === 'running' ? traffic.stepsPerSecond : 0))}
        </Figure>
        <Figure title={texts.spend} graph={graphs.spend} scale={scales.money}>
          {texts.spendNow(words.money(mean), words.money(allowance))}
          <br />
          <span className={over > 0 ? 'losing' : ''}>
            {over > 0 ? texts.spendOver(words.percent(over)) : texts.spendUnder}
          </span>
          <br />
          {texts.spendTotal(words.money(view.spendUsd))}
        </Figure>
      </div>
    </Panel>
  );
}

function scalesOf(words: ReturnType<typeof useWords>, { acceptableMs }: TeamView['rules']) {
  return {
    percent: { words: (value) => `${words.whole(value)} %`, range: [0, 100] },
    latency: { words: words.whole, atLeast: [0, acceptableMs] },
    rate: { words: words.rate, atLeast: [0, 1] },
    money: { words: words.money, atLeast: [0, 0.01] },
  } satisfies Record<string, Scale>;
}

interface FigureProps {
  readonly title: string;
  readonly graph: LineGraph;
  readonly scale: Scale;
  /** What the graph tells, for whoever does not see it. */
  readonly children: ReactNode;
}

function Figure({ title, graph, scale, children }: FigureProps) {
  return (
    <figure>
      <h3>{title}</h3>
      <div className="figure-plot" aria-hidden="true">
        <LinePlot graph={graph} scale={scale} />
      </div>
      <figcaption>{children}</figcaption>
    </figure>
  );
}
