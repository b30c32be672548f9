/** What the report's page has beside the rules of every page. Series keep their colours apart for colour-blind readers, and have names. */
export const reportStyle = `
:root{--s0:#1d4ed8;--s1:#c2410c;--s2:#15803d;--s3:#a21caf;--s4:#0e7490;--s5:#854d0e;--s6:#be123c;--s7:#4b5563;--now:#1d4ed8;--before:#9db4d8;--notice:#b45309;--recover:#0e7490}
@media(prefers-color-scheme:dark){:root{--s0:#60a5fa;--s1:#fb923c;--s2:#4ade80;--s3:#e879f9;--s4:#22d3ee;--s5:#facc15;--s6:#fb7185;--s7:#9ca3af;--now:#60a5fa;--before:#3b5478;--notice:#fbbf24;--recover:#22d3ee}}
main{max-width:960px}
.lead{font-size:1.1rem}
nav ul{columns:3 14rem;padding:0;list-style:none;margin:.8rem 0}nav li{margin:0;padding:.15rem 0;break-inside:avoid}
a{color:inherit;text-underline-offset:.15em}
article{border-top:1px solid var(--rule);margin-top:1.4rem}article h3{font-size:1.1rem}
h4{font-size:.95rem;margin:1rem 0 .3rem}
article dl{display:grid}article dl div{margin:0}
article dl.words{display:block}article dl.words div{margin:.5rem 0}
.change.better::before{content:"▲ "}.change.worse::before{content:"▼ "}
.best::after{content:" ★"}
.awards{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.8rem;margin:.8rem 0;padding:0;list-style:none}.awards li{border:1px solid var(--rule);border-radius:6px;padding:.6rem .9rem;margin:0;break-inside:avoid}.awards b,.awards span{display:block}.awards span{color:var(--soft);font-size:.85rem}
.award b{display:block}.award span{color:var(--soft);font-size:.85rem}
.points-graph text,.bars text{font:12px system-ui,sans-serif;fill:var(--ink)}.points-graph .axis{fill:var(--soft)}
.points-graph .rule{stroke:var(--rule);fill:none}.points-graph .line{fill:none;stroke-width:2.2}.points-graph .other{stroke:var(--soft);stroke-width:1;opacity:.5}
${[0, 1, 2, 3, 4, 5, 6, 7].map((s) => `.points-graph path.s${s}{stroke:var(--s${s})}.points-graph text.s${s}{fill:var(--s${s});font-weight:600}`).join('')}
.bars .before{fill:var(--before)}.bars .now{fill:var(--now)}.bars .notice{fill:var(--notice)}.bars .recover{fill:var(--recover)}
td,tbody th{overflow-wrap:anywhere;min-width:4.5rem}tbody th{min-width:7.5rem}td.short{white-space:nowrap;min-width:0}.standings tbody th,.incidents tbody th{min-width:0}
@media print{td,tbody th{min-width:0}tbody th{min-width:5rem}table{break-inside:avoid}nav{display:none}main{max-width:none}:root{--s0:#1d4ed8;--s1:#c2410c;--s2:#15803d;--s3:#a21caf;--s4:#0e7490;--s5:#854d0e;--s6:#be123c;--s7:#4b5563;--now:#1d4ed8;--before:#9db4d8;--notice:#b45309;--recover:#0e7490}
h4{break-after:avoid}table{font-size:9pt}p{break-inside:avoid}.about{break-after:avoid}}
`;
