/** Light and dark by the reader's setting, and paper. */
export const style = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1b1f24;--soft:#5b6470;--rule:#dcdfe3;--good:#9cc5ad;--bad:#c2410c;--fault:#7c3aed;--fill:#fff9e8;--edge:#8a6500}
@media(prefers-color-scheme:dark){:root{--ground:#14171b;--ink:#e7eaee;--soft:#9aa4b0;--rule:#2d333b;--good:#2f6f4d;--bad:#fb923c;--fault:#a78bfa;--fill:#241f10;--edge:#d6a21e}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
main{max-width:860px;margin:0 auto;padding:32px 20px 80px}
header{border-bottom:2px solid var(--ink);padding-bottom:.6rem}
h1{font-size:1.75rem;line-height:1.2;margin:.3rem 0;overflow-wrap:anywhere}
h2{font-size:1.2rem;margin:2.4rem 0 .5rem}h3{font-size:1rem;margin:1.2rem 0 .4rem}
p{margin:.4rem 0;max-width:72ch;overflow-wrap:anywhere}.about,figcaption{color:var(--soft)}figcaption{font-size:.85rem}
.badge{font-size:.75rem;font-weight:600;letter-spacing:.08em;text-transform:uppercase;color:var(--edge);border:1px solid;border-radius:99px;padding:.1em .8em}
figure{margin:.5rem 0 1rem;overflow-x:auto}figure svg{display:block;width:100%;min-width:600px;height:auto}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.8rem 1.5rem;margin:.8rem 0}
dl div{border-left:3px solid var(--rule);padding-left:.7rem;min-width:0}dt{color:var(--soft);font-size:.85rem}dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
h3+dl{display:block}h3+dl div{margin:.5rem 0}
ul{padding-left:1.2em;margin:.4rem 0}li{margin:.2rem 0;overflow-wrap:anywhere}
.timeline{list-style:none;padding:0;margin:.5rem 0 1rem}
.timeline li{display:grid;grid-template-columns:5.2rem minmax(0,1fr);gap:.8rem;padding:.35rem 0 .35rem .7rem;border-left:3px solid var(--rule);margin:0}
.timeline time{font-variant-numeric:tabular-nums;color:var(--soft)}
.timeline .fault,.timeline .traffic{border-color:var(--fault)}.timeline .impact{border-color:var(--bad)}.timeline .recovered,.timeline .repair{border-color:var(--good)}.timeline .declared,.timeline .update,.timeline .resolved{border-color:var(--ink)}
q{display:block;quotes:"“" "”";font-style:italic;white-space:pre-wrap;margin-top:.1rem}
.scroll{overflow-x:auto;margin:.5rem 0}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.95rem}
th,td{border:1px solid var(--rule);padding:.4rem .6rem;text-align:left;vertical-align:top}td:empty{height:2.3rem}.actions th:nth-child(2){width:50%}thead th{color:var(--soft);font-weight:600;font-size:.85rem}tbody th{font-weight:400}
.blank{border:1px dashed var(--edge);background:var(--fill);border-radius:6px;padding:.4rem .8rem 2.6rem;margin:1rem 0;break-inside:avoid}
.blank p{color:var(--edge);font-size:.85rem;margin:0}
@media(max-width:560px){main{padding:20px 14px 60px}h1{font-size:1.4rem}.timeline li{grid-template-columns:1fr;gap:0}}
@media print{:root{color-scheme:light;--ground:#fff;--ink:#000;--soft:#444;--rule:#bbb;--good:#9cc5ad;--bad:#c2410c;--fault:#7c3aed;--fill:#fff;--edge:#8a6500}
body{font-size:10.5pt}main{max-width:none;padding:0}h2,h3{break-after:avoid}li,tr,dl div,figure{break-inside:avoid}figure{overflow:visible}figure svg{min-width:0}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{margin:18mm}}
`;
