package codec

import (
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// fieldChecks runs the checks of a field whose value is v, nil if nobody set it. Name is what findings call it, "" for the value itself.
func (c *checker) fieldChecks(f *gomodel.Field, v api.Value, name string) {
	if _, null := v.(api.Null); null && !c.isRaw(f.Codec) {
		if v = nil; f.Hold.Box == gomodel.Boxed || f.Hold.Box == gomodel.BoxedPointer {
			return
		}
	}
	list, v := f.Checks, filled(f, v)
	if len(list) == 0 {
		return
	}
	there := true
	switch list[0].(type) {
	case gomodel.Present:
		if v == nil {
			c.add(name, "required", "", "")
		}
		list = list[1:]
	case gomodel.Given:
		c.given(f.Codec, v, name)
		list = list[1:]
	case gomodel.Filled:
		there = c.present(name, size(v) > 0)
		list = list[1:]
	case gomodel.Segment, gomodel.NotEmpty:
		there = c.segment(name, c.textOf(f.Codec, v), list[0] == gomodel.Check(gomodel.Segment{}))
		list = list[1:]
	}
	if there {
		c.heldChecks(f, list, v, name)
	}
	if f.Secret {
		c.conceal(name)
	}
}

// unlessZero is the limit of what nobody set.
const unlessZero = "unless WithZeroValues is given"

// given looks in what is sent for a time, a date or a UUID that nobody set, or that is the zero value.
func (c *checker) given(codec gomodel.Codec, v api.Value, name string) {
	if !c.sending {
		return
	}
	zero := v == nil
	if text, ok := v.(api.String); ok {
		s, _ := codec.(gomodel.Scalar)
		zero = isUnset(s.Kind, string(text))
	}
	if zero {
		c.add(name, "required", unlessZero, "")
	}
}

// isUnset reports whether a text is what Go writes for the zero value of a type.
func isUnset(kind gomodel.ScalarKind, text string) bool {
	switch kind {
	case gomodel.Time:
		t, err := time.Parse(time.RFC3339, text)
		return err == nil && t.IsZero()
	case gomodel.Date:
		return text == time.Time{}.Format(time.DateOnly)
	case gomodel.UUID:
		u, err := uuid.Parse(text)
		return err == nil && u == uuid.Nil
	}
	return false
}

func (c *checker) present(name string, there bool) bool {
	if !there {
		c.add(name, "required", "", "")
	}
	return there
}

func (c *checker) segment(name, text string, path bool) bool {
	if path && (text == "." || text == "..") {
		c.add(name, "path segment", `not "." or ".."`, strconv.Quote(text))
		return false
	}
	return c.present(name, text != "")
}

// heldChecks runs checks if the field holds a value. A required list that nobody set is one without items.
func (c *checker) heldChecks(f *gomodel.Field, list []gomodel.Check, v api.Value, name string) {
	if v == nil {
		switch {
		case f.Hold.Box == gomodel.Pointing || f.Hold.Box == gomodel.Boxed || f.Hold.Box == gomodel.BoxedPointer:
			return
		case !f.Hold.Required || f.Hold.Nullable:
			return
		}
	}
	if f.Loose && v != nil && (reader{Package: c.Package}).read(f.Codec, v, "") != nil {
		return // it is an extra member
	}
	c.checks(list, f.Codec, v, name)
}

// checks runs checks of one value.
func (c *checker) checks(list []gomodel.Check, codec gomodel.Codec, v api.Value, name string) {
	for _, check := range list {
		c.check(check, codec, v, name)
	}
}

func (c *checker) check(check gomodel.Check, codec gomodel.Codec, v api.Value, name string) {
	switch check := check.(type) {
	case gomodel.Each:
		c.each(check, codec, v, name)
	case gomodel.Inside:
		first := len(c.findings)
		c.inside(codec, v)
		c.prefix(first, name)
	case gomodel.InsideUnion:
		c.union(check.Type.Name, v, name)
	case gomodel.Requires:
		o, _ := v.(api.Object)
		for _, needed := range check.Names {
			if member(o, needed) == nil {
				first := len(c.findings)
				c.add(needed, "required", "", "")
				c.prefix(first, name)
			}
		}
	case gomodel.Present:
		c.present(name, v != nil)
	case gomodel.ByRule:
		c.byRule(check.Rule, codec, v)
	default:
		c.limit(check, codec, v, name)
	}
}

// byRule judges what would be sent. What a rule says about a value that it refuses is not known here.
func (c *checker) byRule(rule string, codec gomodel.Codec, v api.Value) {
	if c.isRaw(codec) && v == nil {
		return
	}
	if sent := c.encoded(codec, v); !c.rules.holds(rule, sent) {
		c.unknown = true
	}
}

func (c *checker) each(check gomodel.Each, codec gomodel.Codec, v api.Value, name string) {
	all := len(c.findings)
	switch codec := codec.(type) {
	case gomodel.ListCodec:
		items, _ := v.(api.Array)
		for i, item := range items {
			first := len(c.findings)
			c.element(check.Checks, codec.Elem, item, "")
			c.prefix(first, strconv.Itoa(i))
		}
	case gomodel.MapCodec:
		members, _ := v.(api.Object)
		for _, m := range members {
			c.element(check.Checks, codec.Elem, m.Value, m.Name)
		}
		c.sort(all)
	}
	c.prefix(all, name)
}

// element runs the checks of an item or a member, if it is not null.
func (c *checker) element(list []gomodel.Check, codec gomodel.Codec, v api.Value, name string) {
	if or, ok := codec.(gomodel.OrNull); ok {
		if _, null := v.(api.Null); null {
			return
		}
		codec = or.Elem
	}
	c.checks(list, codec, v, name)
}

// inside runs the check method of a value.
func (c *checker) inside(codec gomodel.Codec, v api.Value) {
	switch codec := codec.(type) {
	case gomodel.ObjectCodec:
		c.declared(codec.Type.Name, codec, v)
	case gomodel.EnumCodec:
		c.declared(codec.Type.Name, codec, v)
	case gomodel.Scalar:
		c.declared(codec.As.Name, codec, v)
	case gomodel.UnionCodec:
		c.union(codec.Type.Name, v, "")
	default:
		c.unknown = true // a named list or map that is known as what it is made of
	}
}

// declared runs the check method of a declared type.
func (c *checker) declared(name string, codec gomodel.Codec, v api.Value) {
	switch d := c.decl[name].(type) {
	case *gomodel.Struct:
		c.members(d, codec, v)
	case *gomodel.Tuple:
		c.tuple(d, codec, v)
	case *gomodel.MapType:
		c.own(d.Checks, d.Codec, codec, v)
	case *gomodel.ListType:
		c.own(d.Checks, d.Codec, codec, v)
	case *gomodel.NamedType:
		c.own(d.Checks, d.Codec, codec, v)
	case *gomodel.RawType:
		c.own(d.Checks, gomodel.RawCodec{}, codec, v)
	case *gomodel.Enum:
		if !d.Open {
			c.limit(gomodel.InEnum{Var: d.Var}, d.Codec, v, "")
		}
		c.own(d.Checks, d.Codec, codec, v)
	default:
		c.unknown = true
	}
}

// own runs the checks of a type on itself. A rule judges the whole.
func (c *checker) own(list []gomodel.Check, inner, outer gomodel.Codec, v api.Value) {
	for _, check := range list {
		switch check := check.(type) {
		case gomodel.ByRule:
			c.byRule(check.Rule, outer, v)
		case gomodel.ByMethod: // which the document does not know
		default:
			c.check(check, inner, v, "")
		}
	}
}

func (c *checker) members(d *gomodel.Struct, codec gomodel.Codec, v api.Value) {
	given, isObject := v.(api.Object)
	if isObject || v == nil || d.Other == "" {
		for _, f := range gomodel.Fields(d.Members) {
			c.fieldChecks(f, member(given, f.Wire), f.Wire)
		}
		c.extra(d, given)
	}
	c.own(d.Checks, codec, codec, v)
}

func (c *checker) extra(d *gomodel.Struct, given api.Object) {
	if d.Extra == nil {
		return
	}
	first, known := len(c.findings), map[string]bool{}
	for _, m := range d.Members {
		wire, _ := m.Key()
		known[wire] = true
	}
	for _, m := range given {
		if !known[m.Name] {
			c.element(d.Extra.Checks, d.Extra.Codec, m.Value, m.Name)
		}
	}
	c.sort(first)
}

func (c *checker) tuple(d *gomodel.Tuple, codec gomodel.Codec, v api.Value) {
	items, _ := v.(api.Array)
	for i, f := range d.Items {
		var item api.Value
		if i < len(items) {
			item = items[i]
		}
		c.fieldChecks(f, item, f.Wire)
	}
	for i := len(d.Items); i < len(items) && d.Rest != nil; i++ {
		first := len(c.findings)
		c.element(d.Rest.Checks, d.Rest.Codec, items[i], "")
		c.prefix(first, strconv.Itoa(i))
	}
	c.own(d.Checks, codec, codec, v)
}

// union checks the variant that a value is.
func (c *checker) union(name string, v api.Value, at string) {
	u, ok := c.decl[name].(*gomodel.Union)
	switch {
	case !ok:
		c.unknown = true
		return
	case v == nil:
		c.add(at, "required", "", "")
		return
	}
	i := reader{Package: c.Package}.choose(u.Choose, v)
	if i < 0 && u.Rule == "" {
		c.unknown = true
		return
	}
	if i < 0 || u.Variants[i].Ruled {
		c.byRule(u.Rule, gomodel.UnionCodec{Type: gomodel.Ident{Path: c.path, Name: name}}, v)
		if i < 0 || c.unknown || !c.sending {
			return
		}
	}
	v = filledTag(u.Variants[i], v)
	first := len(c.findings)
	variant := u.Variants[i]
	t := variant.Type
	if p, ok := t.(gomodel.Pointer); ok {
		t = p.Elem
	}
	c.declared(t.(gomodel.Named).Ident.Name, variant.Codec, v)
	if variant.Ruled { // the rule has the word, but for what nobody set
		own := slices.DeleteFunc(c.findings[first:], func(f finding) bool { return f.limit != unlessZero })
		c.findings = append(c.findings[:first], own...)
	}
	c.prefix(first, at)
}
