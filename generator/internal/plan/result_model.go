package plan

import (
	"net/http"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// statusWord names a status: Accepted, PartialContent, Success for a range.
func statusWord(s api.Status) string {
	if s.IsRange() || s == api.DefaultStatus {
		return "Success"
	}
	word := strings.NewReplacer(" ", "", "-", "").Replace(http.StatusText(int(s)))
	if word == "" {
		return statusText(s)
	}
	return word
}

// resultModel returns what a method gives beside its error.
func (p *planner) resultModel(u unit, o *operation, r *result) gomodel.Result {
	if len(r.cases) == 0 {
		return gomodel.NoResult{}
	}
	if r.union {
		return p.oneOfModel(u, o, r)
	}
	c := r.cases[0]
	if c.kind == streamMedia {
		return gomodel.ReaderResult{Empty: r.empty}
	}
	owner := p.named.Of(r) + "Result"
	typ, codec := p.bodyType(u, c.use, owner)
	form := gomodel.FormJSON
	switch c.kind {
	case textMedia:
		form = gomodel.FormText
	case xmlMedia:
		form = gomodel.FormXML
	case eventMedia, linesMedia:
		return p.sequenceModel(u, c, owner)
	}
	v := gomodel.ValueResult{Type: typ, Codec: codec, Form: form, Nullable: c.use.nullable && !isAnythingShape(c.use), Empty: r.empty}
	v.Checks = checksInPlace(u, c.use, codec, owner)
	return v
}

// checksInPlace returns the checks of a value that has no method or function for them.
func checksInPlace(u unit, v use, codec gomodel.Codec, owner string) []gomodel.Check {
	switch codec.(type) {
	case gomodel.ObjectCodec, gomodel.UnionCodec:
		return nil
	}
	return u.checks(v, owner)
}

func (p *planner) sequenceModel(u unit, c *resultCase, owner string) gomodel.Result {
	v := c.use
	v.nullable = false
	typ, codec := p.bodyType(u, v, owner)
	s := gomodel.SequenceResult{Type: typ, Codec: codec, Form: gomodel.FormJSON, Events: c.kind == eventMedia, Checks: checksInPlace(u, v, codec, owner)}
	if sc, ok := v.shape.(scalar); ok && sc.kind == gomodel.String && s.Events {
		s.Form = gomodel.FormText // the data of an event is text
	}
	return s
}

func (p *planner) oneOfModel(u unit, o *operation, r *result) gomodel.Result {
	one := gomodel.OneOfResult{Union: p.named.Own(p.named.Union(r)), Empty: r.empty}
	for _, c := range r.cases {
		m := gomodel.ResultCase{Status: statusText(c.status), Form: gomodel.FormJSON, Wrapped: c.wrapped}
		switch {
		case c.kind == streamMedia:
			m.Form, m.Type, m.Codec = gomodel.FormReader, readCloserType, gomodel.RawCodec{}
		case c.kind == textMedia:
			m.Form, m.Type, m.Codec = gomodel.FormText, gomodel.Builtin("string"), gomodel.Scalar{Kind: gomodel.String}
		default:
			m.Type, m.Codec = p.bodyType(u, c.use, p.named.Method(o)+statusWord(c.status))
		}
		m.Variant = p.named.Own(p.named.Variant(c))
		one.Cases = append(one.Cases, m)
	}
	return one
}

// unionDecl declares the interface of several kinds of success.
func (p *planner) resultUnion(o *operation, r *result, one gomodel.OneOfResult) *gomodel.ResultUnion {
	d := &gomodel.ResultUnion{Marker: "is" + p.named.Union(r)}
	d.Name, d.From = p.named.Union(r), o.op.Pos
	line := (&text{}).add(d.Name+" is what ").link(p.named.Own("Client"), false, p.named.Method(o)).add(" gives: ")
	seen := map[string]bool{}
	for i, c := range one.Cases {
		if seen[c.Variant.Name] {
			continue
		}
		if len(seen) > 0 {
			line.add(", or ")
		}
		seen[c.Variant.Name] = true
		line.add("a ").link(c.Variant, true, "").add(" for status " + c.Status)
		v := gomodel.ResultVariant{Name: c.Variant.Name}
		if c.Wrapped {
			v.Body = c.Type
			v.Doc = gomodel.Doc{(&text{}).add(v.Name+" is the answer of status "+c.Status+" to ").link(p.named.Own("Client"), false, p.named.Method(o)).add(". " + readerNote(r.cases[i])).spans}
		}
		d.Variants = append(d.Variants, v)
	}
	d.Doc = gomodel.Doc{line.add(".").spans}
	return d
}

func readerNote(c *resultCase) string {
	if c.kind == streamMedia {
		return "The caller closes its body."
	}
	return ""
}
