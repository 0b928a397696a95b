/** How the record looks, on the screen and on paper. It needs nothing from elsewhere. */
export const recordStyle = `
:root { color-scheme: light; }
body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.5rem; background: #fff; color: #1a1a21; font: 15px/1.55 system-ui, 'Segoe UI', Roboto, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid #d3d3dc; font-size: 1.2rem; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
p { margin: .5rem 0; }
.answer { padding: .75rem 1rem; border-left: 4px solid #14743a; background: #f2f8f4; font-size: 1.05rem; }
.answer.bad { border-color: #b3261e; background: #fdf2f1; }
.meta, .small { color: #555562; font-size: .85rem; }
dl { display: grid; grid-template-columns: 9.5rem 1fr; gap: .35rem 1rem; margin: .75rem 0; }
dt { color: #555562; }
dd { margin: 0; overflow-wrap: anywhere; }
blockquote { margin: .25rem 0; padding-left: .75rem; border-left: 3px solid #d3d3dc; white-space: pre-wrap; }
.text, .entry pre { margin: .5rem 0; padding: .75rem 1rem; border: 1px solid #d3d3dc; border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
.text { font: 14px/1.6 Georgia, 'Times New Roman', serif; }
code, .entry pre, .recipe { font: 12px/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.recipe { padding: .75rem 1rem; border: 1px solid #d3d3dc; white-space: pre-wrap; }
ins { background: #d5f0de; text-decoration: underline; }
del { background: #fbdad7; }
.folded { display: block; margin: .4rem 0; color: #555562; font: italic 13px/1.4 system-ui, sans-serif; }
.folded::before { content: '⋯ '; }
table { width: 100%; margin: .75rem 0; border-collapse: collapse; font-size: .88rem; }
th, td { padding: .35rem .5rem .35rem 0; border-bottom: 1px solid #e9e9ee; text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; }
.entry { margin: 1rem 0; }
.entry h3 { margin: 0; font-size: .9rem; }
.gap { margin: .75rem 0; color: #555562; font-size: .85rem; font-style: italic; }
@page { margin: 18mm 16mm 20mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  dl, tr, blockquote, .answer { break-inside: avoid; }
  ins, del, .answer { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
