package operations

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// Pages say how the pages of an operation follow each other.
type Pages struct {
	Says    *api.Pagination
	Request *Param // nil: a URL leads to the next page
	First   int64  // the number of the first page, or its offset
	Items   Way
	Next    Way
}

// A Way leads from a response to a part of it.
type Way struct {
	Steps []*shapes.Member
	End   shapes.Use
}

// Pages returns how the pages of an operation follow each other, nil if it has none.
func (o *Operation) Pages() *Pages { return o.Results[0].Pages }

// PlanPages finds the operations of which the responses are pages, by x-pagination, else by the configuration. The types are settled by
// then.
func PlanPages(ops *Operations, a *analysis.Analysis, paging api.Paging, findings *diag.List) {
	p := &pager{analysis: a, findings: findings}
	for _, o := range ops.List {
		if says := p.says(o, paging.Rules); says != nil {
			o.Results[0].Pages = p.plan(o, says)
		} else if paging.Detect && !hasPagination(o) {
			o.Results[0].Pages = p.detect(o)
		}
	}
	for _, r := range paging.Rules {
		p.reportUnused(r)
	}
	if len(paging.Rules) == 0 && !paging.Detect {
		p.tellLikely(ops)
	}
}

type pager struct {
	analysis *analysis.Analysis
	findings *diag.List
	silent   bool // what does not fit is no finding: nobody has asked for it
}

// says returns what is said of the pages of an operation, nil for nothing. The document wins over the configuration.
func (p *pager) says(o *Operation, rules []*api.PageRule) *api.Pagination {
	if hasPagination(o) {
		return o.Op.Pagination
	}
	for _, r := range rules {
		if r.Fits(o.Route.Path, o.Op) && (r.Pages.Kind == api.ByLink || o.queryParam(r.Pages.Request.Text) != nil || r.Names(o.Op)) {
			r.Used = true
			return r.Pages
		}
	}
	return nil
}

func hasPagination(o *Operation) bool { return ExtensionOf(o.Op.Extensions, "x-pagination") != nil }

// reportUnused reports a rule of the configuration that no operation follows.
func (p *pager) reportUnused(r *api.PageRule) {
	if r.Used {
		return
	}
	f := p.findings.Warn(r.Pos, diag.RuleNoEffect, "no operation has pages by this")
	f.Hint = "an operation must fit, and x-pagination of its own wins"
	if r.Pages.Kind != api.ByLink {
		f.Hint = "an operation must fit and have the query parameter " + r.Pages.Request.Text + ", and x-pagination of its own wins"
	}
}

// plan decides what the pages of an operation are in Go, nil if they cannot be what is said.
func (p *pager) plan(o *Operation, says *api.Pagination) *Pages {
	x := &Pages{Says: says}
	page, ok := p.page(o, says)
	if !ok {
		return nil
	}
	if x.Items, ok = p.way(o, page, &says.Items, "items"); !ok {
		return nil
	}
	if end := x.Items.End; shapes.Elements(end.Shape).Shape == nil {
		p.fault(o, &says.Items, "items %q leads to %s, not to a list", says.Items.Text, describe(end.Shape))
		return nil
	}
	if says.Next.Given {
		if x.Next, ok = p.way(o, page, &says.Next, "next"); !ok {
			return nil
		}
	}
	if says.Kind != api.ByLink && !p.request(o, x) {
		return nil
	}
	if !p.fits(o, x) {
		return nil
	}
	return x
}

// page returns the type of a page: the result of the operation.
func (p *pager) page(o *Operation, says *api.Pagination) (u shapes.Use, ok bool) {
	r, why := o.Results[0], ""
	switch {
	case len(r.Cases) == 0:
		why = "its response has no body"
	case r.Union:
		why = "the type of its result hangs on the status"
	case r.Cases[0].Kind != media.JSON:
		why = "its response is no JSON that is read as a whole"
	default:
		return r.Cases[0].Use, true
	}
	p.fault(o, &api.PageWord{Pos: says.Pos}, "the result of %s is no page: %s", o.ID, why)
	return u, false
}

// way follows a pointer through the members of structs.
func (p *pager) way(o *Operation, from shapes.Use, word *api.PageWord, key string) (w Way, ok bool) {
	w.End = from
	if word.Text == "" {
		return w, true
	}
	if !strings.HasPrefix(word.Text, "/") {
		p.fault(o, word, "%s %q is no JSON pointer", key, word.Text).Hint = `a pointer begins with a slash, such as "/` + word.Text + `"; "" is the whole body`
		return w, false
	}
	for token := range strings.SplitSeq(word.Text[1:], "/") {
		wire := strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
		m, names := memberOf(w.End.Shape, wire)
		if m == nil {
			f := p.fault(o, word, "%s %q leads nowhere: %s has no member %q", key, word.Text, describe(w.End.Shape), wire)
			f.Hint = like(wire, names, "the members are ", "the way goes through objects whose members the document names")
			return w, false
		}
		w.Steps, w.End = append(w.Steps, m), m.Use
	}
	return w, true
}

// memberOf returns the member of a struct that has a field, or the names of those that have one.
func memberOf(s shapes.Shape, wire string) (m *shapes.Member, names []string) {
	n, ok := s.(shapes.Named)
	if !ok {
		return nil, nil
	}
	def, ok := n.Type.Def.(*shapes.StructDef)
	if !ok || def.Tuple {
		return nil, nil
	}
	for _, m := range def.Members {
		if n.Type.Tags[m.Wire] {
			continue
		}
		if m.Wire == wire {
			return m, nil
		}
		names = append(names, m.Wire)
	}
	return nil, names
}

// request finds the parameter that asks for a page.
func (p *pager) request(o *Operation, x *Pages) bool {
	says := x.Says
	if x.Request = o.queryParam(says.Request.Text); x.Request == nil {
		var names []string
		for _, q := range o.Params {
			if q.API.In == api.InQuery {
				names = append(names, q.API.Name)
			}
		}
		p.fault(o, &says.Request, "%q is no query parameter of %s", says.Request.Text, o.ID).Hint =
			like(says.Request.Text, names, "its query parameters are ", "it has no query parameter")
		return false
	}
	kind, scalar := scalarKind(x.Request.Use.Shape)
	counts := kind.IsInteger() || kind == gomodel.Float64
	switch {
	case !scalar:
		p.fault(o, &says.Request, "the parameter %s is no plain value that can ask for a page", says.Request.Text)
		return false
	case says.Kind != api.ByCursor && !counts:
		p.fault(o, &says.Request, "the parameter %s is no number that can count pages or items", says.Request.Text).Hint = "its schema needs type: integer"
		return false
	}
	if says.Kind == api.ByPage {
		x.First = 1
	}
	if x.Request.Schema != nil {
		if d := p.analysis.DefaultOf(x.Request.Schema); d != nil {
			if n, ok := d.Value.(api.Number); ok {
				if i, ok := n.Int64(); ok && int64(int32(i)) == i && (i >= 0 || kind != gomodel.Uint64) {
					x.First = i
				}
			}
		}
	}
	return true
}

// fits reports whether what next leads to can be what the kind of pages needs.
func (p *pager) fits(o *Operation, x *Pages) bool {
	says := x.Says
	if !says.Next.Given {
		return true
	}
	kind, scalar := scalarKind(x.Next.End.Shape)
	switch says.Kind {
	case api.ByLink:
		if scalar && kind == gomodel.String {
			return true
		}
		p.fault(o, &says.Next, "next %q leads to %s, not to the text of a URL", says.Next.Text, describe(x.Next.End.Shape))
		return false
	case api.ByCursor:
		want, _ := scalarKind(x.Request.Use.Shape)
		if scalar && (kind == want || want == gomodel.String && isCursor(kind) || want == gomodel.Int64 && kind == gomodel.Int32) {
			return true
		}
		p.fault(o, &says.Next, "next %q leads to %s, which the parameter %s, %s, cannot take", says.Next.Text, describe(x.Next.End.Shape),
			says.Request.Text, describe(x.Request.Use.Shape)).Hint = "give both the same type, string or integer"
		return false
	}
	if len(x.Next.Steps) > 0 && (scalar || shapes.IsStruct(x.Next.End.Shape)) {
		return true
	}
	p.fault(o, &says.Next, "next %q leads to %s, which does not tell whether there is another page", says.Next.Text, describe(x.Next.End.Shape)).
		Hint = "a boolean tells it, or a value that is absent or null on the last page"
	return false
}

// isCursor reports whether the text of values of a kind may be a cursor.
func isCursor(k gomodel.ScalarKind) bool {
	return k == gomodel.String || k == gomodel.UUID || k == gomodel.Decimal || k.IsInteger()
}

// fault reports what is said of pages and does not hold.
func (p *pager) fault(o *Operation, word *api.PageWord, format string, args ...any) *diag.Finding {
	if p.silent {
		return &diag.Finding{}
	}
	f := p.findings.Warn(word.Pos, diag.RuleExtension, format, args...)
	f.Hint = "the methods that read all pages are left out"
	if word.Pos.File != o.Op.Pos.File {
		f.Related = []diag.Related{{Pos: o.Op.Pos, Message: "the operation"}}
	}
	return f
}

// like is the hint that one of several names was meant, or which there are, or that there is none.
func like(word string, names []string, otherwise, none string) string {
	if near := diag.Closest(word, names); near != "" {
		return "did you mean \"" + near + "\"?"
	}
	if len(names) == 0 {
		return none
	}
	return otherwise + strings.Join(names[:min(len(names), 8)], ", ")
}

func (o *Operation) queryParam(name string) *Param {
	for _, x := range o.Params {
		if x.API.In == api.InQuery && x.API.Name == name {
			return x
		}
	}
	return nil
}

// scalarKind returns the kind of a plain value that is no enum.
func scalarKind(s shapes.Shape) (kind gomodel.ScalarKind, ok bool) {
	switch s := s.(type) {
	case shapes.Scalar:
		return s.Kind, s.Kind != gomodel.Bytes
	case shapes.Named:
		if def, ok := s.Type.Def.(shapes.ScalarDef); ok {
			return def.Kind, def.Kind != gomodel.Bytes
		}
	}
	return "", false
}

// describe says in words what a shape is.
func describe(s shapes.Shape) string {
	if kind, ok := scalarKind(s); ok {
		switch {
		case kind.IsInteger():
			return "an integer"
		case kind == gomodel.Float64 || kind == gomodel.Decimal:
			return "a number"
		case kind == gomodel.Bool:
			return "a boolean"
		}
		return "a string"
	}
	switch {
	case shapes.IsArray(s):
		return "a list"
	case shapes.IsStruct(s):
		return "an object"
	case shapes.IsListOrMap(s):
		return "an object with any names"
	case shapes.IsUnion(s):
		return "a union"
	case shapes.ScalarText(s):
		return "an enum"
	}
	return "a value of any type"
}
