import { colours, outcomeColours } from '../theme.ts';

const outcomeRules = Object.entries(outcomeColours)
  .map(
    ([outcome, { text, tint }]) =>
      `.counts .${outcome},.decision.${outcome}{background:${tint};border-left-color:${text}}` +
      `.counts .${outcome} .word,.counts .${outcome} strong,.decision.${outcome} .word,td.${outcome}{color:${text}}`,
  )
  .join('\n');

/** Styles of the page, on screen and on paper. Only fonts that the reader's system has: nothing is fetched. */
export const stylesheet = `
@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}
*{box-sizing:border-box}
html{color-scheme:light;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0 auto;padding:32px 24px 64px;max-width:1000px;background:#fff;color:${colours.ink};
font:15px/1.5 "Segoe UI","Helvetica Neue","Noto Sans",Arial,"Hiragino Sans","Yu Gothic UI","Noto Sans JP","Noto Sans CJK JP",Meiryo,sans-serif;
overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
h1,h2,h3,h4,p,dl,dd,ul,ol,figure{margin:0}
h1{font-size:30px;line-height:1.2;margin:2px 0 18px}
h2{font-size:20px;line-height:1.3;margin:40px 0 12px;padding-bottom:5px;border-bottom:2px solid ${colours.accent};color:${colours.accent}}
h3{font-size:18px;line-height:1.3;margin:32px 0 10px}
h4{font-size:14px;margin:14px 0 6px}
p+p{margin-top:6px}
a{color:${colours.accent};text-decoration-thickness:1px;text-underline-offset:4px}
ol{padding-left:1.4em}
li+li{margin-top:6px}
.software,.caption,.note,figcaption,caption{color:${colours.quiet};font-size:13px}
.cover{border-top:5px solid ${colours.accent};padding-top:14px}
.logo{float:right;margin:0 0 12px 24px;width:auto;height:auto;max-width:220px;max-height:80px}
.facts{display:grid;grid-template-columns:1fr 1fr;column-gap:24px}
.facts>div{display:grid;grid-template-columns:12.5em 1fr;gap:12px;padding:4px 0;border-bottom:1px solid ${colours.line}}
.facts>.wide{grid-column:1/-1}
.facts dt{color:${colours.quiet}}
.facts dd{min-width:0}
.counts{list-style:none;padding:0;display:grid;grid-template-columns:repeat(4,1fr);gap:12px}
.counts li{margin:0;padding:10px 14px 8px;border-left:5px solid}
.counts .word{display:block;font-weight:600}
.counts strong{font-size:32px;line-height:1.2}
.counts .share{margin-left:4px;color:${colours.ink}}
.counts+.caption{margin-top:8px}
.mark{width:1em;height:1em;vertical-align:-0.12em;flex:none}
.histogram svg{display:block;width:100%;height:auto;font-size:8px;fill:${colours.ink}}
.histogram svg text{fill:${colours.quiet}}
.histogram svg .panel,.histogram svg .axis{fill:${colours.ink};font-size:8.5px}
.histogram svg .limit{font-weight:600;font-size:8.5px}
.histogram svg .limit[fill="${outcomeColours.review.text}"]{fill:${outcomeColours.review.text}}
.histogram svg .limit[fill="${outcomeColours.reject.text}"]{fill:${outcomeColours.reject.text}}
.histogram figcaption{margin-top:6px}
table{width:100%;table-layout:fixed;border-collapse:collapse;font-size:13px;margin-top:8px}
caption{text-align:left;padding-bottom:6px}
th,td{padding:5px 8px;vertical-align:top;text-align:left;border-bottom:1px solid ${colours.line};font-weight:400}
thead th{font-weight:600;vertical-align:bottom;background:${colours.faint};border-bottom:1px solid ${colours.quiet}}
th.end,td.end{text-align:right;overflow-wrap:normal}
td.pass,td.review,td.reject{font-weight:600;overflow-wrap:normal}
.decision{display:grid;grid-template-columns:auto 1fr auto;gap:4px 20px;align-items:center;padding:10px 14px;border-left:5px solid}
.decision .word{font-size:18px;font-weight:700;white-space:nowrap}
.decision .reason{margin:0;min-width:0}
.figures{display:flex;gap:20px}
.figures dt{font-size:12px;color:${colours.quiet}}
.figures dd{font-weight:600}
.pictures{display:grid;gap:16px 20px;margin:14px 0;grid-template-columns:1fr 1fr}
.pictures.wide{grid-template-columns:1fr}
.pictures.tall{grid-template-columns:1fr 1fr 1fr}
.pictures.tall figcaption .note{display:none}
.pictures figcaption{color:${colours.ink};font-weight:600;margin-bottom:4px}
.pictures figcaption .note{font-weight:400}
.pictures img{display:block;width:auto;height:auto;max-width:100%;max-height:640px;border:1px solid ${colours.line}}
.pictures.wide img{width:100%}
.pictures.square img{width:100%;object-fit:contain;object-position:left top}
.legend{max-width:420px}
.pictures.tall .legend{grid-column:1/-1}
.legend .scale{height:14px;margin-top:6px;border:1px solid ${colours.quiet}}
.legend .ticks{position:relative;height:22px;font-size:12px}
.legend .ticks span{position:absolute;transform:translateX(-50%)}
.legend .ticks span::before{content:"";display:block;width:1px;height:4px;margin:0 auto;background:${colours.quiet}}
${outcomeRules}
@media (max-width:700px){.facts,.counts,.pictures,.pictures.tall{grid-template-columns:1fr}.decision{grid-template-columns:1fr}.figures{flex-wrap:wrap}}
@media print{
body{max-width:none;padding:0;font-size:9.5pt;line-height:1.4}
h1{font-size:20pt}h2{font-size:13pt;margin-top:18pt}h3{font-size:12pt;margin-top:14pt}h4{font-size:9.5pt}
h2,h3,h4,caption{break-after:avoid}
.software,.caption,.note,figcaption,caption,table{font-size:8pt}
.starts-page{break-before:page}.starts-page>h2,.starts-page>h3{margin-top:0}
thead{display:table-header-group}
tr,figure,.counts,.decision,.legend,.facts>div,li{break-inside:avoid}
.counts strong{font-size:20pt}
.pictures img{max-height:95mm}
.pictures.wide img{max-height:60mm;width:auto}
.pictures.square img{width:auto;max-height:62mm}
.facts>div{grid-template-columns:11em 1fr;gap:8px}.facts{font-size:8.5pt}.facts-block{break-inside:avoid}
a{color:inherit;text-decoration:none}
}
`;
