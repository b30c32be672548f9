/** Light and dark by the reader's setting; rows become two lines on a phone. Series keep their colours apart for colour-blind readers. */
export const style = `
:root{color-scheme:light dark;--ground:#fbfbf9;--ink:#1b1f24;--soft:#5b6470;--rule:#dcdfe3;--bar:#c2410c;--good:#15803d;--bad:#b91c1c;--box:#93c5fd;--band:#f59e0b26;--spike:#7c3aed26;
--s0:#15803d;--s1:#1d4ed8;--s2:#0e7490;--s3:#c2410c;--s4:#6b7280;--s5:#a21caf;--s6:#854d0e}
@media(prefers-color-scheme:dark){:root{--ground:#14171b;--ink:#e7eaee;--soft:#9aa4b0;--rule:#2d333b;--bar:#fb923c;--good:#4ade80;--bad:#f87171;--box:#1e40af;--band:#f59e0b33;--spike:#a78bfa33;
--s0:#4ade80;--s1:#60a5fa;--s2:#22d3ee;--s3:#fb923c;--s4:#9ca3af;--s5:#e879f9;--s6:#facc15}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:1080px;margin:0 auto;padding:24px 16px 64px}
h1{font-size:1.7rem;line-height:1.2;margin:0}h2{font-size:1.2rem;margin:2.5rem 0 0}
.about,.lead{color:var(--soft);margin:.25rem 0 1rem;max-width:70ch}
.badge{display:inline-block;font-weight:600;border:1px solid;border-radius:99px;padding:0 .7em;margin:.5rem 0}
.badge.kept{color:var(--good)}.badge.broken{color:var(--bad)}
code{font-size:.85em;color:var(--soft)}
ul.broken li{color:var(--bad)}ul{padding-left:1.2em;margin:.3rem 0}
.row{border-top:1px solid var(--rule)}
div.row,.row>summary{display:grid;grid-template-columns:minmax(0,20rem) 1fr 6rem;gap:.3rem 1rem;align-items:center;padding:.35rem 0}
.row>summary{cursor:pointer;list-style:none}.row>summary::-webkit-details-marker{display:none}
.name{overflow-wrap:anywhere}.figure{text-align:right;font-variant-numeric:tabular-nums}
.row svg{width:100%;height:20px;display:block}
.bar{fill:var(--bar)}.whisker,.seeds,.median,.zero,.line{fill:none;vector-effect:non-scaling-stroke}
.whisker{stroke:var(--ink);stroke-width:1.5}.seeds{stroke:var(--ink);stroke-width:1;opacity:.55}
.box{fill:var(--box)}.strategy .box{fill:var(--bar);opacity:.5}.median{stroke:var(--ink);stroke-width:2.5}
.zero{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 3}
dl{display:grid;grid-template-columns:8rem 1fr;gap:.2rem 1rem;margin:.2rem 0 1rem}dt{color:var(--soft)}dd{margin:0}
.plot{position:relative;border:1px solid var(--rule)}.plot svg{width:100%;height:300px;display:block}
.plot span{position:absolute;left:.4rem;font-size:.75rem;color:var(--soft)}.top{top:.2rem}.bottom{bottom:.2rem}
.band.experiment{fill:var(--band)}.band.spike{fill:var(--spike)}.line{stroke-width:1.6}
.axis{display:flex;justify-content:space-between;font-size:.75rem;color:var(--soft)}
.legend span{margin-right:1rem;white-space:nowrap}.legend i{display:inline-block;width:1.4em;height:.25em;vertical-align:middle;margin-right:.4em}
${[0, 1, 2, 3, 4, 5, 6].map((s) => `path.s${s}{stroke:var(--s${s})}i.s${s}{background:var(--s${s})}`).join('')}
.scroll{overflow-x:auto;margin-bottom:1rem}table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{padding:.25rem .6rem;border-top:1px solid var(--rule);text-align:right;vertical-align:top}
th[scope=row],thead th:first-child{text-align:left;font-weight:400;min-width:9.5rem;position:sticky;left:0;background:var(--ground)}.heat{display:block;background:color-mix(in srgb,var(--bar) var(--heat),transparent);padding:0 .3em}thead th{border:0;color:var(--soft);font-weight:600;vertical-align:bottom}
@media(max-width:640px){div.row,.row>summary{grid-template-columns:1fr auto}.row svg{grid-column:1/-1;grid-row:2}dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}.plot svg{height:220px}}
`;
