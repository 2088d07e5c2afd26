package client

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// resultModel returns what a method gives beside its error.
func (b *Builder) resultModel(u declarations.Unit, o *operations.Operation, r *operations.Result) gomodel.Result {
	if len(r.Cases) == 0 {
		return gomodel.NoResult{}
	}
	if r.Union {
		return b.oneOfModel(u, o, r)
	}
	c := r.Cases[0]
	if c.Kind == media.Stream {
		return gomodel.ReaderResult{Empty: r.Empty}
	}
	owner := b.Names.Of(r) + "Result"
	typ, codec := b.bodyType(u, c.Use, owner)
	form := gomodel.FormJSON
	switch c.Kind {
	case media.Text:
		form = gomodel.FormText
	case media.XML:
		form = gomodel.FormXML
	case media.Events, media.Lines:
		return b.sequenceModel(u, o, c, owner)
	}
	v := gomodel.ValueResult{Type: typ, Codec: codec, Form: form, Nullable: isNullable(c.Use), Empty: r.Empty}
	v.Checks = checksInPlace(u, c.Use, codec, owner)
	if form == gomodel.FormXML {
		v.Root = b.Declarations.XMLTags.Root(c.Schema)
	}
	return v
}

// isNullable reports whether null stands beside the values of a type that knows none.
func isNullable(u shapes.Use) bool { return u.Nullable && !shapes.IsAnything(u) }

// checksInPlace returns the checks of a value that has no method or function for them.
func checksInPlace(u declarations.Unit, v shapes.Use, codec gomodel.Codec, owner string) []gomodel.Check {
	switch codec.(type) {
	case gomodel.ObjectCodec, gomodel.UnionCodec:
		return nil
	}
	return u.Checks(v, owner)
}

func (b *Builder) sequenceModel(u declarations.Unit, o *operations.Operation, c *operations.ResultCase, owner string) gomodel.Result {
	v := c.Use
	v.Nullable = false
	typ, codec := b.bodyType(u, v, owner)
	s := gomodel.SequenceResult{Type: typ, Codec: codec, Form: gomodel.FormJSON, Events: c.Kind == media.Events, Checks: checksInPlace(u, v, codec, owner), Nullable: isNullable(c.Use)}
	if sc, ok := v.Shape.(shapes.Scalar); ok && sc.Kind == gomodel.String && s.Events {
		s.Form = gomodel.FormText // the data of an event is text
	}
	for _, failure := range b.otherFailures(o) {
		typ, codec := b.bodyType(u, failure, owner)
		s.Failures = append(s.Failures, gomodel.ErrorBody{Type: typ, Codec: codec})
	}
	return s
}

// otherFailures returns the bodies of failures that other operations have and this one has not. A type that requires nothing fits all
// objects, so that it tells of no failure.
func (b *Builder) otherFailures(o *operations.Operation) (list []shapes.Use) {
	seen := map[shapes.Shape]bool{}
	for _, e := range o.Failures.Bodies {
		if n, ok := e.Use.Shape.(shapes.Named); ok {
			seen[n] = true
		}
	}
	for _, other := range b.Operations.List {
		for _, e := range other.Failures.Bodies {
			n, ok := e.Use.Shape.(shapes.Named)
			if !ok || seen[n] {
				continue
			}
			seen[n] = true
			if def, ok := n.Type.Def.(*shapes.StructDef); ok && slices.ContainsFunc(def.Members, func(m *shapes.Member) bool { return m.Required }) {
				list = append(list, e.Use)
			}
		}
	}
	return list
}

func (b *Builder) oneOfModel(u declarations.Unit, o *operations.Operation, r *operations.Result) gomodel.Result {
	one := gomodel.OneOfResult{Union: b.Names.Own(b.Names.Union(r)), Empty: r.Empty}
	for _, c := range r.Cases {
		m := gomodel.ResultCase{Status: operations.StatusText(c.Status), Form: gomodel.FormJSON, Wrapped: c.Wrapped}
		switch {
		case c.Kind == media.Stream:
			m.Media = c.Media
			m.Form, m.Type, m.Codec = gomodel.FormReader, readCloserType, gomodel.RawCodec{}
		case c.Kind == media.Text:
			m.Media = c.Media
			m.Form, m.Type, m.Codec = gomodel.FormText, gomodel.Builtin("string"), gomodel.Scalar{Kind: gomodel.String}
		default:
			m.Type, m.Codec = b.bodyType(u, c.Use, b.Names.Method(o)+operations.StatusWord(c.Status))
			m.Nullable = isNullable(c.Use)
		}
		m.Variant = b.Names.Own(b.Names.Variant(c))
		one.Cases = append(one.Cases, m)
	}
	return one
}

// resultUnion declares the interface of several kinds of success.
func (b *Builder) resultUnion(o *operations.Operation, r *operations.Result, one gomodel.OneOfResult) *gomodel.ResultUnion {
	d := &gomodel.ResultUnion{Marker: "is" + b.Names.Union(r)}
	d.Name, d.From = b.Names.Union(r), o.Op.Pos
	line := b.linkMethod((&words.Text{}).Add(d.Name+" is what "), o.Results[0]).Add(" gives: ")
	seen := map[string]bool{}
	for i, c := range one.Cases {
		if seen[c.Variant.Name] {
			continue
		}
		if len(seen) > 0 {
			line.Add(", or ")
		}
		seen[c.Variant.Name] = true
		line.Add("a ").Link(c.Variant, true, "").Add(" for status " + c.Status)
		v := gomodel.ResultVariant{Name: c.Variant.Name}
		if c.Wrapped {
			v.Body = c.Type
			v.Doc = gomodel.Doc{b.linkMethod((&words.Text{}).Add(v.Name+" is the response of status "+c.Status+" to "), o.Results[0]).Add(". " + readerNote(r.Cases[i])).Spans}
		}
		d.Variants = append(d.Variants, v)
	}
	d.Doc = gomodel.Doc{line.Add(".").Spans}
	return d
}

func readerNote(c *operations.ResultCase) string {
	if c.Kind == media.Stream {
		return "The caller closes its body."
	}
	return ""
}

// bodyType returns the type of a response: a pointer to a struct, others as they are, or a pointer where null is allowed and the
// type has no nil.
func (b *Builder) bodyType(u declarations.Unit, v shapes.Use, owner string) (gomodel.TypeExpr, gomodel.Codec) {
	typ, codec := b.Declarations.ShapeType(v.Shape), b.reading(u).Codec(v.Shape, owner)
	if shapes.IsStruct(v.Shape) {
		return gomodel.Pointer{Elem: typ}, codec
	}
	if v.Nullable && !shapes.HasNil(v.Shape) {
		typ = gomodel.Pointer{Elem: typ}
	}
	return typ, codec
}

// reading is u for values that a client receives. A server writes them.
func (b *Builder) reading(u declarations.Unit) declarations.Unit {
	if b.Served {
		return u
	}
	return u.Reading()
}
