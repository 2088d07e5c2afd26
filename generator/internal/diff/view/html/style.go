package html

// style is the look of the page. The first two rules hold all colours, for light and dark; a test computes their contrast.
const style = `
:root{--bg:#fff;--panel:#f7f8fa;--line:#d9dee5;--text:#16191d;--muted:#525b67;--link:#0b57d0;
--running:#b3201a;--running-bg:#fdeceb;--compiling:#8f3d04;--compiling-bg:#fdf1de;--wire:#5b3bb5;--wire-bg:#f0ecfd;
--unknown:#0b5e75;--unknown-bg:#e3f3f8;--compatible:#0a6139;--compatible-bg:#e6f6ec;--docs:#4a5260;--docs-bg:#eceff3;
--del:#ffd7d3;--ins:#c9f0d4;--hit:#fff8e1}
@media (prefers-color-scheme:dark){:root{--bg:#0e1116;--panel:#161b22;--line:#2e3641;--text:#e7eaef;
  --muted:#a3adba;--link:#8ab8ff;
--running:#ff9b92;--running-bg:#3d1513;--compiling:#f9b75e;--compiling-bg:#382409;--wire:#c3b1ff;--wire-bg:#281f4b;
--unknown:#7fd3ea;--unknown-bg:#0c3039;--compatible:#79e0a6;--compatible-bg:#0d2f1d;--docs:#b6bfcb;--docs-bg:#232a33;
--del:#6b211c;--ins:#17512e;--hit:#2a2614}}

*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--text);
  font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:break-word}
code,pre,.code,.path{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;
  font-size:.86em}
code{overflow-wrap:anywhere}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
[hidden]{display:none!important}
.wrap{max-width:1080px;margin:0 auto;padding:0 20px}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;background:var(--bg);padding:8px;z-index:9}

.running{--c:var(--running);--cb:var(--running-bg)}
.compiling{--c:var(--compiling);--cb:var(--compiling-bg)}
.wire{--c:var(--wire);--cb:var(--wire-bg)}
.unknown{--c:var(--unknown);--cb:var(--unknown-bg)}
.compatible{--c:var(--compatible);--cb:var(--compatible-bg)}
.docs,.ignored{--c:var(--docs);--cb:var(--docs-bg)}
.t-running{--c:var(--running);--cb:var(--running-bg)}
.t-unknown{--c:var(--unknown);--cb:var(--unknown-bg)}
.t-compatible{--c:var(--compatible);--cb:var(--compatible-bg)}
.t-docs{--c:var(--docs);--cb:var(--docs-bg)}

.top{background:var(--cb);border-top:8px solid var(--c);padding:18px 0 16px}
.kick{margin:0;color:var(--muted);overflow-wrap:anywhere}
h1{font-size:clamp(1.5rem,4.4vw,2.5rem);line-height:1.15;margin:.25em 0 .45em;letter-spacing:-.02em}
.verdict{display:inline-block;background:var(--c);color:var(--bg);text-transform:uppercase;
  letter-spacing:.04em;padding:.05em .4em;border-radius:8px;margin-right:.15em}
.lead{font-size:1.15rem;font-weight:650;margin:0 0 .8em;overflow-wrap:anywhere}
.sem{margin:.8em 0 0;overflow-wrap:anywhere}
.nw{white-space:nowrap}
.chips{display:flex;flex-wrap:wrap;gap:8px}
.chip{display:inline-flex;align-items:baseline;gap:.4em;padding:4px 12px;border-radius:999px;
  border:1.5px solid currentColor;background:var(--bg);color:var(--c);text-decoration:none;font-weight:550}
.chip b{font-size:1.25em}
.chip:hover{text-decoration:underline}
.ar{color:var(--muted);font-weight:700}

.tbl{overflow-x:auto;margin:22px 0}
.sum{border-collapse:collapse;width:100%}
.sum caption{text-align:left;font-weight:700;font-size:1.1rem;padding-bottom:6px}
.sum th{text-align:left;font-weight:600}
.sum thead th{color:var(--muted);font-size:.85rem;border-bottom:2px solid var(--line)}
.sum td,.sum th{overflow-wrap:anywhere;padding:7px 12px 7px 0;vertical-align:top}
.sum tbody td,.sum tbody th{border-bottom:1px solid var(--line)}
.when{font-weight:600;white-space:nowrap;color:var(--c)}
.ops td a{color:var(--c);font-weight:600;white-space:nowrap}

#filter{display:flex;flex-wrap:wrap;gap:8px 22px;align-items:center;background:var(--panel);
  border:1px solid var(--line);border-radius:10px;padding:10px 14px;margin:22px 0 8px}
#filter fieldset{border:0;padding:0;margin:0;min-width:0;display:flex;flex-wrap:wrap;gap:4px 16px}
#filter legend{float:left;font-weight:700;padding:0;margin-right:14px}
#filter label{max-width:100%}
#filter fieldset label{color:var(--c)}
#filter input[type=checkbox]{accent-color:currentColor;width:1.05em;height:1.05em;vertical-align:-.12em}
.jsonly{display:none;min-width:0;max-width:100%;flex-wrap:wrap;gap:8px 16px;align-items:center}
.js .jsonly{display:flex}
select,input[type=search],button{font:inherit;color:inherit;background:var(--bg);
  border:1px solid var(--muted);border-radius:6px;padding:3px 8px;max-width:100%}
select{width:15em}
output{color:var(--muted)}
body:has(#f-running:not(:checked)) #s-running,body:has(#f-compiling:not(:checked)) #s-compiling,body:has(#f-wire:not(:checked)) #s-wire,
body:has(#f-unknown:not(:checked)) #s-unknown,body:has(#f-compatible:not(:checked)) #s-compatible,body:has(#f-docs:not(:checked)) #s-docs{
  display:none!important}

section.class>h2,.ops h2{font-size:1.35rem;margin:34px 0 0;line-height:1.2}
section.class>h2{color:var(--c)}
.ops{margin-top:30px}
.ops h2{display:inline}
.cnt{font-size:.7em;vertical-align:.12em;border:1.5px solid currentColor;border-radius:99px;padding:1px 9px;
  margin-left:4px}
.exp{margin:2px 0 14px;color:var(--muted)}
.change{border:1px solid var(--line);border-left:6px solid var(--c);border-radius:10px;padding:14px 18px;
  margin:0 0 18px;background:var(--bg);scroll-margin-top:10px}
.change:target{box-shadow:0 0 0 3px var(--c)}
.change h3{margin:0 0 8px;font-size:1.18rem;font-weight:500;line-height:1.35;display:flex;gap:10px;align-items:baseline}
.change h3>span{min-width:0;overflow-wrap:anywhere}
.num{flex:none;min-width:1.7em;text-align:center;background:var(--c);color:var(--bg);border-radius:6px;
  font-weight:700;text-decoration:none;font-size:.9em;padding:0 .3em}
.badges{margin:0 0 8px;display:flex;flex-wrap:wrap;gap:6px}
.badge{font-size:.82rem;font-weight:600;border-radius:6px;padding:1px 9px;background:var(--cb,var(--docs-bg));
  color:var(--c)}
.badge.w{background:var(--docs-bg);color:var(--docs)}
.who{margin:0 0 4px}
.where{margin:0 0 10px;color:var(--muted)}
.where code{color:var(--text)}
.where p{margin:4px 0}
.path{overflow-wrap:anywhere}
summary{cursor:pointer}
.where summary{color:var(--link)}
.two{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 26px;border-top:1px solid var(--line);
  margin-top:10px;padding-top:2px}
.two h4{margin:10px 0 4px;font-size:.95rem}
.two h4 small{font-weight:400;color:var(--muted)}
.two p{margin:4px 0;overflow-wrap:anywhere}
.two ul{margin:2px 0;padding-left:1.1em}
.go li{overflow-wrap:anywhere}
pre{margin:0;padding:9px 12px;background:var(--panel);border:1px solid var(--line);border-radius:8px;
  white-space:pre-wrap;overflow-wrap:anywhere}
.err code{color:var(--c)}
.err span,.mut{color:var(--muted)}
.do b{display:inline-block;margin-right:.2em}
.do b::after{content:":"}
.panes{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:10px;margin-top:12px}
.pane{border:1px solid var(--line);border-radius:8px;overflow:hidden;background:var(--panel)}
.cap{padding:3px 10px;border-bottom:1px solid var(--line);color:var(--muted);font-size:.9rem;overflow-wrap:anywhere}
.cap b{color:var(--text)}
.code{border-collapse:collapse;width:100%;table-layout:fixed;line-height:1.55;font-size:.8rem}
.code td{padding:0;vertical-align:top}
td.ln{width:4.6em;text-align:right;padding:0 10px 0 6px;color:var(--muted);-webkit-user-select:none;user-select:none}
td.src{white-space:pre-wrap;overflow-wrap:anywhere;padding-right:8px;tab-size:2}
.hit td{background:var(--hit)}
.hit .ln{font-weight:700;color:var(--text)}
del,ins{text-decoration:none;border-radius:3px;padding:0 1px}
del{background:var(--del);text-decoration:line-through;text-decoration-thickness:1px}
ins{background:var(--ins);text-decoration:underline dotted 1px;text-underline-offset:3px}
.void td{color:var(--muted);font-style:italic}
.meta{margin:10px 0 0;color:var(--muted);font-size:.88rem;overflow-wrap:anywhere}
.mini{padding:10px 14px;margin:10px 0}
.mini h3{font-size:1rem}
.fold>summary{color:var(--link);margin-bottom:8px}
footer{color:var(--muted);font-size:.9rem;margin-top:36px;border-top:1px solid var(--line)}

@media (min-width:721px){.sum td:nth-child(3){min-width:13em}}
@media (max-width:720px){
.two,.panes{grid-template-columns:minmax(0,1fr)}
.change{padding:12px}
.wrap{padding:0 12px}
.nw{white-space:normal}
.sum thead{display:none}
.sum,.sum tbody,.sum tr,.sum td,.sum th,.sum caption{display:block}
.sum tbody tr{padding:8px 0 8px 3em;border-bottom:1px solid var(--line);position:relative}
.sum tbody td,.sum tbody th{border:0;padding:0}
main>.tbl .sum td:first-child{position:absolute;left:0;font-weight:700}
.ops .sum tbody tr{padding-left:0}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media print{
#filter,.skip{display:none}
.change{break-inside:avoid}
details::details-content{content-visibility:visible;block-size:auto}
}
`
