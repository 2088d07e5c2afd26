package gomodel

import (
	"fmt"
	"slices"
)

// Verify returns what is wrong with a package: the promises of plan to emit, one text each. Tests call it on every golden case;
// in a run it is an internal error.
func Verify(p *Package) []string {
	v := verifier{p: p, declared: map[string]Decl{}}
	for _, f := range p.Files {
		for _, d := range f.Decls {
			for _, name := range Names(d) {
				if v.declared[name] != nil {
					v.fail(d, "declares %s, which exists", name)
				}
				v.declared[name] = d
			}
		}
	}
	v.links("the package", p.Doc)
	for _, name := range p.Support {
		if !supportTypes[name] {
			v.problems = append(v.problems, "the package needs "+name+", which support code does not have")
		}
	}
	for _, f := range p.Files {
		for _, d := range f.Decls {
			v.decl(d)
		}
	}
	return v.problems
}

type verifier struct {
	p        *Package
	declared map[string]Decl
	problems []string
}

func (v *verifier) fail(d Decl, format string, args ...any) {
	v.problems = append(v.problems, d.Common().Name+" "+fmt.Sprintf(format, args...))
}

func (v *verifier) decl(d Decl) {
	Types(d, func(t TypeExpr) {
		Idents(t, func(id Ident) {
			if id.Path == v.p.Path && v.declared[id.Name] == nil && !supportTypes[id.Name] {
				v.fail(d, "refers to %s, which is not declared", id.Name)
			}
		})
	})
	v.links(d.Common().Name, d.Common().Doc)
	switch d := d.(type) {
	case *Struct:
		v.members(d)
		v.ownRules(d, d.Checks)
	case *Tuple:
		v.tuple(d)
		v.ownRules(d, d.Checks)
	case *Params:
		v.params(d)
	case *Form:
		v.form(d)
	case *HeaderType:
		for _, f := range d.Fields {
			v.converts(d, f.Type, f.Codec)
		}
	case *Enum:
		for _, e := range d.Values {
			v.links(e.Name, e.Doc)
		}
	case *Constants:
		for _, e := range d.Values {
			v.links(e.Name, e.Doc)
		}
	case *Union:
		v.union(d)
	case *NamedType:
		v.own(d, d.Codec, d.Checks)
	case *MapType:
		v.own(d, d.Codec, d.Checks)
	case *ListType:
		v.own(d, d.Codec, d.Checks)
	case *RawType:
		v.ownRules(d, d.Checks)
	case *Rules:
		v.rules(d)
	case *Pages:
		v.pages(d)
	case *Service:
		for _, m := range d.Methods {
			v.links(m.Call.Name, m.Doc)
		}
	case *Served:
		v.served(d)
	case *Operation:
		v.operation(d)
	case *Send:
		v.operation(&d.Operation)
		if _, ok := v.declared[d.Grouped.Type].(*Sender); !ok {
			v.fail(d, "is a method of no sender")
		}
	case *CallbackURL:
		v.callbackURL(d)
	}
}

func (v *verifier) operation(d *Operation) {
	v.result(d)
	if _, ok := v.declared[d.Params.Name].(*Params); !ok {
		v.fail(d, "has no params %s", d.Params.Name)
	}
}

func (v *verifier) callbackURL(d *CallbackURL) {
	p, ok := v.declared[d.Params.Name].(*Params)
	if !ok {
		v.fail(d, "has no params %s", d.Params.Name)
		return
	}
	for _, value := range d.Values {
		if !slices.ContainsFunc(DeclFields(p), func(f *Field) bool { return f.Name == value.Field }) {
			v.fail(d, "reads %s, which %s has not", value.Field, p.Name)
		}
	}
}

// supportTypes are exported names of support code.
var supportTypes = map[string]bool{"Nullable": true, "Client": true, "Option": true, "APIError": true, "DecodeError": true, "InvalidError": true, "Violation": true, "NewClient": true, "FormFile": true, "WithResponseInto": true, "WithBaseURL": true, "StreamEvent": true, "ReadArray": true, "ConvertJSON": true, "WithHandler": true, "WebhookStatus": true, "WithWebhookVerifier": true, "StrictWebhook": true, "Fail": true, "ErrForbidden": true, "HandlerOptions": true, "SetStatus": true, "HeaderFrom": true, "WithWebhookSigner": true, "WithHTTPClient": true, "WithTimeout": true}

// hasSupport reports whether support code has an exported name in the package.
func (v *verifier) hasSupport(name string) bool {
	for _, renamed := range v.p.Renamed {
		if renamed == name {
			return true
		}
	}
	return supportTypes[name]
}

func (v *verifier) links(owner string, doc Doc) {
	for _, para := range doc {
		text, _ := para.(Text)
		if d, ok := para.(Deprecated); ok {
			text = Text(d)
		}
		for _, s := range text {
			if s.Link.Name != "" && s.Link.Path == v.p.Path && v.declared[s.Link.Name] == nil && !v.hasSupport(s.Link.Name) {
				v.problems = append(v.problems, owner+" has a broken link to "+s.Link.Name)
			}
		}
	}
}

func (v *verifier) members(s *Struct) {
	wires := make(map[string]bool, len(s.Members))
	for _, m := range s.Members {
		wire, _ := m.Key()
		if wires[wire] {
			v.fail(s, "has the member %q twice", wire)
		}
		wires[wire] = true
	}
	fields := Fields(s.Members)
	for _, f := range fields {
		v.hold(s, f)
		if f.Loose && s.Extra == nil {
			v.fail(s, "has no place for what does not fit the field %s", f.Name)
		}
	}
	names := v.fields(s, fields, "Validate", "MarshalJSON", "UnmarshalJSON", "AppendJSON")
	if names[s.Other] {
		v.fail(s, "has the field %s twice, or as a method", s.Other)
	}
	names[s.Other] = s.Other != ""
	if s.Extra == nil {
		return
	}
	if names[s.Extra.Name] {
		v.fail(s, "has the field %s twice, or as a method", s.Extra.Name)
	}
	v.checks(s, s.Extra.Codec, s.Extra.Checks)
	if s.Closed {
		v.fail(s, "is closed but has extra members")
	}
}

func (v *verifier) tuple(t *Tuple) {
	optional := false
	for _, f := range t.Items {
		v.hold(t, f)
		if f.Hold.Required && optional {
			v.fail(t, "requires item %s behind one that may be absent", f.Wire)
		}
		optional = !f.Hold.Required
	}
	names := v.fields(t, t.Items, "Validate", "MarshalJSON", "UnmarshalJSON", "AppendJSON")
	if t.Rest == nil {
		return
	}
	if t.Max > 0 {
		v.fail(t, "has %s although maxItems forbids more items", t.Rest.Name)
	}
	if names[t.Rest.Name] {
		v.fail(t, "has the field %s twice, or as a method", t.Rest.Name)
	}
	v.checks(t, t.Rest.Codec, t.Rest.Checks)
}

func (v *verifier) params(p *Params) {
	var fields []*Field
	for i := range p.Fields {
		fields = append(fields, &p.Fields[i].Field)
	}
	for _, b := range p.Bodies {
		fields = append(fields, &b.Field)
		if s, ok := b.Write.(StreamBody); ok && s.Choice != "" {
			fields = append(fields, &Field{Name: s.Choice})
		}
	}
	v.fields(p, fields, "Validate")
}

func (v *verifier) form(f *Form) {
	var fields []*Field
	for i := range f.Fields {
		fields = append(fields, &f.Fields[i].Field)
	}
	v.fields(f, fields, "Validate")
}

// fields looks at what all fields have and returns the names that are taken, those of methods among them.
func (v *verifier) fields(d Decl, list []*Field, methods ...string) map[string]bool {
	names := make(map[string]bool, len(list)+len(methods))
	for _, m := range methods {
		names[m] = true
	}
	for _, f := range list {
		if names[f.Name] {
			v.fail(d, "has the field %s twice, or as a method", f.Name)
		}
		names[f.Name] = true
		v.converts(d, f.Type, f.Codec)
		v.checks(d, f.Codec, f.Checks)
		v.links(d.Common().Name+"."+f.Name, f.Doc)
	}
	return names
}

func (v *verifier) hold(d Decl, f *Field) {
	switch h := f.Hold; {
	case h.Box == Plain && (!h.Required || h.Nullable):
		v.fail(d, "field %s has no way to be absent or null", f.Name)
	case (h.Box == Boxed || h.Box == BoxedPointer) && (h.Required || !h.Nullable):
		v.fail(d, "field %s is boxed but has not three states", f.Name)
	case (h.Box == Pointing || h.Box == NilBox && f.Codec != Codec(RawCodec{})) && h.Nullable && !h.Required:
		v.fail(d, "field %s cannot tell null from absent", f.Name)
	case h.Box == NilBox && !v.hasNil(f.Type):
		v.fail(d, "field %s has a type without nil", f.Name)
	}
}

func (v *verifier) hasNil(t TypeExpr) bool {
	switch t := t.(type) {
	case Slice, Map:
		return true
	case Named:
		if t.Ident.Path != v.p.Path {
			return t.Ident == Ident{"encoding/json", "RawMessage"}
		}
		switch d := v.declared[t.Ident.Name].(type) {
		case *Union, *MapType, *ListType, *RawType:
			return true
		case *Alias:
			return v.hasNil(d.Target)
		}
	}
	return false
}

func (v *verifier) union(u *Union) {
	inRange := func(i int) {
		if i < 0 || i >= len(u.Variants) {
			v.fail(u, "sends a case to variant %d of %d", i, len(u.Variants))
		}
	}
	v.choose(u, u.Choose, inRange)
	if u.Rule != "" {
		v.ruleName(u, u.Rule)
	}
	for _, variant := range u.Variants {
		if variant.Ruled && u.Rule == "" {
			v.fail(u, "has no rule for a variant that it judges")
		}
		if variant.Tag != nil && v.tagField(variant) == nil {
			v.fail(u, "has the tag %s in no field", variant.Tag.Field)
		}
	}
}

// tagField returns the field of a variant that has its tag, nil for none.
func (v *verifier) tagField(variant Variant) *Field {
	c, _ := variant.Codec.(ObjectCodec)
	d, ok := v.declared[c.Type.Name].(*Struct)
	if !ok {
		return nil
	}
	for _, f := range Fields(d.Members) {
		if f.Name == variant.Tag.Field {
			return f
		}
	}
	return nil
}

func (v *verifier) tagCases(u *Union, c ByTag, inRange func(int)) {
	seen := map[Literal]bool{}
	target := func(t TagTarget) {
		if t.Within != nil {
			v.choose(u, t.Within, inRange)
		} else {
			inRange(t.Variant)
		}
	}
	for _, t := range c.Cases {
		target(t.Target)
		if seen[t.Value] {
			v.fail(u, "has the tag %v twice", t.Value)
		}
		seen[t.Value] = true
	}
	if c.Default != nil {
		target(*c.Default)
	}
	if c.Else != nil {
		v.choose(u, c.Else, inRange)
	}
}

func (v *verifier) keyCases(u *Union, cases []KeyCase, inRange func(int)) {
	seen := map[string]bool{}
	for _, t := range cases {
		inRange(t.Variant)
		if seen[t.Value] {
			v.fail(u, "has the key %q twice", t.Value)
		}
		seen[t.Value] = true
	}
}

func (v *verifier) choose(u *Union, how Choose, inRange func(int)) {
	switch c := how.(type) {
	case BySchema:
		v.ruleName(u, c.Rule)
		for _, s := range c.Cases {
			inRange(s.Variant)
			v.ruleName(u, s.Rule)
		}
		for _, t := range c.Tags {
			inRange(t.Variant)
		}
		if e := c.Evidence; e != nil && !e.fits(len(c.Cases)) {
			v.fail(u, "has evidence for other cases or members than it has")
		}
	case ByTag:
		v.tagCases(u, c, inRange)
	case ByKey:
		v.keyCases(u, c.Cases, inRange)
	case ByKind:
		seen := map[JSONKind]bool{}
		for _, k := range c.Cases {
			inRange(k.Variant)
			if seen[k.Kind] {
				v.fail(u, "has two variants for a JSON kind")
			}
			seen[k.Kind] = true
		}
		if c.Objects != nil {
			v.choose(u, c.Objects, inRange)
		}
	}
}

// pages checks that the methods for all pages read those of an operation.
func (v *verifier) pages(d *Pages) {
	if _, ok := v.declared[d.Params.Name].(*Params); !ok {
		v.fail(d, "has no params %s", d.Params.Name)
	}
	if d.Call == nil {
		v.fail(d, "has no method that reads a page")
	}
	if d.Turn == nil {
		v.fail(d, "does not say how a page leads to the next one")
	}
	if c, ok := d.Turn.(CursorTurn); ok && (len(c.Next) == 0 || c.Kind == "") {
		v.fail(d, "has no cursor in its pages")
	}
}
