package parse

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// pagination reads x-pagination of an operation, nil if there is none or it cannot be used, which is reported.
func (p *parser) pagination(o tree.Object) *api.Pagination {
	m := o.Node.Member(tree.Pagination)
	if m == nil {
		return nil
	}
	at := o.Child(m.Name, m.Value)
	if m.Value.Kind != source.Object {
		p.badPagination(at, "x-pagination is an object with the keys kind, request, items and next, not %s", tree.WithArticle(m.Value.Kind))
		return nil
	}
	x, fine := &api.Pagination{Pos: o.KeyPos(m)}, true
	for i := range m.Value.Members {
		fine = p.pageMember(x, at, &m.Value.Members[i]) && fine
	}
	switch missing := x.Missing(); {
	case !fine:
		return nil
	case x.Kind == "":
		p.badPagination(at, "x-pagination has no kind")
		return nil
	case missing != "":
		p.badPagination(at, "x-pagination of kind %s needs %q", x.Kind, missing)
		return nil
	}
	if x.Kind == api.ByLink && x.Request.Given {
		p.Warn(x.Request.Pos, diag.RuleExtension, "\"request\" has no effect with the kind link: the URL has the whole query").Hint = "leave it out"
	}
	return x
}

// pageMember reads a key of x-pagination; ok is false if it cannot be used.
func (p *parser) pageMember(x *api.Pagination, at tree.Place, m *source.Member) (ok bool) {
	value, word := at.Child(m.Name, m.Value), x.Word(m.Name)
	switch {
	case m.Name != "kind" && word == nil:
		f := p.Warn(at.KeyPos(m), diag.RuleExtension, "unknown key %q of x-pagination", m.Name)
		if f.Hint = report.DidYouMean(m.Name, api.PageKeys()); f.Hint == "" {
			f.Hint = "known are " + strings.Join(api.PageKeys(), ", ")
		}
		return true
	case m.Value.Kind != source.String:
		p.badPagination(value, "%q of x-pagination is a string, not %s", m.Name, tree.WithArticle(m.Value.Kind))
		return false
	case word != nil:
		*word = api.PageWord{Pos: value.Pos(), Text: m.Value.Text, Given: true}
		return true
	}
	x.Kind = api.PageKind(m.Value.Text)
	if slices.Contains(api.PageKinds(), x.Kind) {
		return true
	}
	p.badPagination(value, "the kind of x-pagination is cursor, page, offset or link, not %q", m.Value.Text)
	return false
}

// badPagination reports what makes x-pagination useless.
func (p *parser) badPagination(at tree.Place, format string, args ...any) {
	p.Warn(at.Pos(), diag.RuleExtension, format, args...).Hint =
		"such as x-pagination: {kind: cursor, request: cursor, items: /items, next: /next}"
}
