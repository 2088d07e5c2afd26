package html

// pageTemplate is the page. html/template escapes all values; only name and arrows make HTML, of text that they escape.
const pageTemplate = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="generator" content="oas2go">
<meta http-equiv="Content-Security-Policy" content="{{policy}}">
<title>{{.Report.Word}}: {{.Headline}}{{with .New.Title}} of {{line .}}{{end}}</title>
<style>{{style}}</style></head><body>
<a class="skip" href="#list">To the changes</a>
<header class="top t-{{.Tone}}"><div class="wrap">
<p class="kick">{{with .New.Title}}{{line .}} · {{end -}}
<code>{{line .Old.File}}</code> <span class="ar">→</span> <code>{{line .New.File}}</code></p>
<h1><span class="verdict">{{.Word}}</span> {{.Headline}}</h1>
{{with .Lead}}<p class="lead">{{line .}}</p>
{{end}}{{if or .Chips .Ignored}}<nav class="chips" aria-label="Changes by class">
{{range .Chips}}<a class="chip {{.Class}}" href="#s-{{.Class}}"><b>{{.Count}}</b> {{.Words}}</a>
{{end}}{{with len .Ignored}}<a class="chip ignored" href="#s-ignored"><b>{{.}}</b> ignored</a>{{end}}</nav>
{{end}}<p class="sem">{{line .Step}}
{{if .Total}}<span class="nw">{{len .Operations}} of {{.Total}} operations are touched.</span>{{end}}</p>
</div></header>
<main class="wrap">
{{with .Loud}}{{template "summary" .}}{{end}}{{template "filter" .}}
<div id="list">{{range .Groups}}{{template "group" .}}{{end}}</div>
{{template "index" .}}
</main>
<footer class="wrap"><p>Every change is counted once, in the first class that fits. A proof is a message that one document allows
and the other does not; an independent validator has checked it. Made by oas2go diff; this file loads nothing.</p></footer>
<script>{{script}}</script></body></html>
` + summaryTemplate + filterTemplate + groupTemplate + changeTemplate + indexTemplate

const summaryTemplate = `{{define "head"}}<b>{{name .Subject}}</b>{{with .Sentence}}: {{arrows .}}{{end}}{{end -}}

{{define "summary"}}<div class="tbl"><table class="sum"><caption>What breaks, for whom, and when</caption>
<thead><tr><th scope="col">#</th><th scope="col">Change</th><th scope="col">Who</th><th scope="col">When</th></tr></thead><tbody>
{{range .}}<tr><td><a href="#c{{.N}}" aria-label="Change {{.N}}">{{.N}}</a></td><td>{{template "head" .}}</td>
<td>{{if eq (len .Reach.All) 1}}<code>{{name .Reach.Short}}</code>{{else}}{{.Reach.Short}}{{end}}</td>
<td class="when {{.Class}}">{{.Words.Sign}} {{.Words.Title}}</td></tr>
{{end}}</tbody></table></div>
{{end}}`

const filterTemplate = `{{define "filter"}}{{if .Chips}}<form id="filter" aria-label="Filter the changes"><fieldset><legend>Show</legend>
{{range .Groups}}{{if .Filter}}<label class="{{.Class}}">
<input type="checkbox" name="c-{{.Class}}" id="f-{{.Class}}" checked> {{.Sign}} {{.Title}} ({{len .Items}})</label>
{{end}}{{end}}</fieldset>
<div class="jsonly">{{if .Operations}}<label>Operation <select id="op" name="op"><option value="">all</option>
{{range $i, $o := .Operations}}<option value="{{$i}}">{{line $o.Name}}{{if $o.Request}} ({{line $o.Method}}){{end}}</option>
{{end}}</select></label> {{end}}<label>Text <input id="q" name="q" type="search" size="14"></label>
<button type="reset">Reset</button> <output id="shown" aria-live="polite"></output></div></form>{{end}}{{end}}`

const groupTemplate = `{{define "group"}}<section class="class {{.Class}}" id="s-{{.Class}}">
<h2>{{.Sign}} {{.Title}} <span class="cnt">{{len .Items}}</span></h2>
<p class="exp">{{.Group.Sentence}}</p>
{{if .Folded}}<details class="fold">
<summary>Show {{if eq (len .Items) 1}}the change{{else}}{{len .Items}} changes{{end}}</summary>
{{range .Items}}{{template "mini" .}}{{end}}</details>{{else}}{{range .Items}}{{template "change" .}}{{end}}{{end}}</section>
{{end}}`

const changeTemplate = `{{define "number"}}<a class="num" href="#c{{.N}}" aria-label="Change {{.N}}">{{.N}}</a>{{end -}}

{{define "mini"}}<div class="change mini {{.Class}}"{{if .N}} id="c{{.N}}" data-class="{{.Class}}" data-ops="{{.Operations}}"{{end}}>
<h3>{{if .N}}{{template "number" .}} {{end}}<span>{{template "head" .}}</span></h3>
{{range .More}}<p class="meta">{{line .}}</p>
{{end}}{{template "panes" .Panes}}</div>
{{end -}}

{{define "change"}}<article id="c{{.N}}" class="change {{.Class}}" data-class="{{.Class}}" data-ops="{{.Operations}}">
<h3>{{template "number" .}} <span>{{template "head" .}}</span></h3>
<p class="badges"><span class="badge {{.Class}}">{{.Words.Sign}} {{.Words.Title}}</span>
{{with .Also}}<span class="badge compiling">▲ {{.}}</span>
{{end -}}
{{range .Wire}}<span class="badge w">{{.Direction}}: {{.Verdict}}</span>{{end}}</p>
{{with .Advice.Who}}<p class="who">{{line .}}</p>
{{end}}{{template "where" .}}<div class="two">{{template "proof" .}}{{template "advice" .Advice -}}
{{with .Names}}<section class="go"><h4>Go names</h4><ul>
{{range .}}<li>{{range .Pieces}}{{if .Code}}<code>{{name .Text}}</code>{{else}}{{arrows .Text}}{{end}}{{end -}}
{{with .Note}} <span class="mut">{{line .}}</span>{{end}}</li>
{{end}}</ul></section>
{{end}}{{with .Shared}}<section class="go"><h4>The two are alike</h4><ul>
{{range .}}<li>{{arrows .Label}}{{with .Text}}: <code>{{line .}}</code>{{end}}</li>
{{end}}</ul></section>
{{end}}</div>
{{template "panes" .Panes}}
<p class="meta"><code>{{line .Rule}}</code>{{with .Trail}} · {{line .}}{{end -}}
{{with .Fingerprint}} · approve with <code>{{line .}}</code>{{end}}</p>
</article>
{{end -}}

{{define "where"}}{{if eq (len .Reach.All) 1}}<p class="where">{{.Reach.Single}} <code>{{name .Reach.Short}}</code>
{{with .Request}}<span class="path">{{line .}}</span>{{end}}</p>
{{else if .Reach.All}}<details class="where"{{if not .Many}} open{{end}}><summary>{{.Reach.Short}} use it</summary>
{{with .Reach.Sent}}<p>Sent by {{template "codes" .}}</p>
{{end}}{{with .Reach.Received}}<p>Received from {{template "codes" .}}</p>
{{end}}</details>
{{end}}{{end -}}

{{define "codes"}}{{range $i, $n := .}}{{if $i}}, {{end}}<code>{{line $n}}</code>{{end}}{{end -}}

{{define "proof"}}{{if .Witness}}<section class="proof"><h4>Proof <small>{{.Claim}}, verified</small></h4>
<pre tabindex="0">{{.Proof}}</pre>{{template "error" .}}</section>
{{else if .GoError}}<section class="proof">{{template "error" .}}</section>{{end -}}
{{with .Advice.Why}}<section class="proof"><h4>{{$.WhyTitle}}</h4><p>{{line .}}</p></section>{{end}}{{end -}}

{{define "error"}}{{with .GoError}}<p class="err"><span>Go says{{if $.Go.Measured}} ({{measured}}){{end}}</span> {{"" -}}
<code>{{line .}}</code></p>{{end}}{{end -}}

{{define "advice"}}{{if or .Callers .Author}}<section class="do"><h4>What to do</h4>
{{with .Callers}}<p><b>Callers</b> {{line .}}</p>
{{end}}{{with .Author}}<p><b>Author</b> {{line .}}</p>
{{end}}</section>
{{end}}{{end -}}

{{define "panes"}}<div class="panes" role="group" aria-label="The place in both documents">
{{range .}}<div class="pane {{.Class}}">
<div class="cap"><b>{{.Title}}</b> <code>{{.Place}}</code></div><table class="code" role="presentation">
{{range .Rows}}{{if .Void}}<tr class="void"><td class="ln"></td><td class="src">{{.Void}}</td></tr>{{else -}}
<tr{{if .Hit}} class="hit"{{end}}><td class="ln">{{.Number}}</td><td class="src">{{range .Parts}}{{template "part" .}}{{end}}</td></tr>
{{- end}}
{{end}}</table></div>
{{end}}</div>{{end -}}

{{define "part"}}{{if not .Marked}}{{.Text}}{{else if .Old}}<del>{{.Text}}</del>{{else}}<ins>{{.Text}}</ins>{{end}}{{end}}`

const indexTemplate = `{{define "index"}}{{if .Operations}}<section class="ops"><details>
<summary><h2>By operation <span class="cnt">{{len .Operations}} of {{.Total}}</span></h2></summary>
<div class="tbl"><table class="sum">
<thead><tr><th scope="col">Operation</th><th scope="col">Request</th><th scope="col">Changes</th></tr></thead><tbody>
{{range .Operations}}<tr><th scope="row"><code>{{name .Name}}</code></th><td class="path">{{line .Request}}</td>
<td>{{range $i, $c := .Links}}{{if $i}}, {{end -}}
<a class="{{$c.Change.Class}}" href="#c{{$c.N}}">{{$c.Words.Sign}} {{$c.N}}</a>{{end}}</td></tr>
{{end}}</tbody></table></div></details></section>{{end}}{{end}}`
