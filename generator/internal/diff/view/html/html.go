// Package html prints a report as a page: one file that loads nothing, works without script and offline.
package html

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"io"
	"strings"
	"unicode"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
)

// Write prints a report as a page.
func Write(w io.Writer, r *report.Report) error {
	page, err := template.New("page").Funcs(template.FuncMap{
		"line":     diag.OneLine,
		"name":     name,
		"arrows":   arrows,
		"style":    func() template.CSS { return style },
		"script":   func() template.JS { return script },
		"policy":   policy,
		"measured": func() string { return view.Measured },
	}).Parse(pageTemplate)
	if err != nil {
		return err
	}
	return page.Execute(w, newPage(r))
}

// policy lets the page run its own script and nothing else, and load nothing.
func policy() string {
	sum := sha256.Sum256([]byte(script))
	return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// name returns a name that may break behind its dots. Where a part is long, it may break between its words too.
func name(text string) template.HTML {
	const long, dot = 24, "."
	parts := strings.SplitAfter(diag.OneLine(text), dot)
	for i, part := range parts {
		if len(part) > long {
			parts[i] = breakable(part)
		} else {
			parts[i] = template.HTMLEscapeString(part)
		}
	}
	return template.HTML(strings.Join(parts, "<wbr>"))
}

// breakable returns a word in camel case or with underscores that may break between its parts.
func breakable(word string) string {
	var b strings.Builder
	start, lower := 0, false
	for i, r := range word {
		if i > start && (lower && unicode.IsUpper(r) || word[i-1] == '_' || word[i-1] == '/') {
			b.WriteString(template.HTMLEscapeString(word[start:i]) + "<wbr>")
			start = i
		}
		lower = unicode.IsLower(r)
	}
	return b.String() + template.HTMLEscapeString(word[start:])
}

// arrows returns text with arrows that a screen reader reads as a word.
func arrows(text string) template.HTML {
	escaped := template.HTMLEscapeString(diag.OneLine(text))
	return template.HTML(strings.ReplaceAll(escaped, "→", `<span class="ar" role="img" aria-label="becomes">→</span>`))
}
