package gomodel

import "slices"

// Types calls visit for every type expression of an exported surface or a body: what imports and links come from.
func Types(d Decl, visit func(TypeExpr)) {
	fields := func(list []*Field) {
		for _, f := range list {
			visit(f.Type)
		}
	}
	switch d := d.(type) {
	case *Struct:
		fields(Fields(d.Members))
		if d.Extra != nil {
			visit(d.Extra.Type)
		}
	case *Tuple:
		fields(d.Items)
		if d.Rest != nil {
			visit(d.Rest.Type)
		}
	case *MapType:
		visit(d.Elem)
	case *NamedType:
		visit(d.Under)
	case *ListType:
		visit(d.Elem)
	case *Enum:
		visit(d.Under)
	case *Union:
		for _, v := range d.Variants {
			visit(v.Type)
		}
	case *Alias:
		visit(d.Target)
	case *Params:
		for i := range d.Fields {
			visit(d.Fields[i].Type)
		}
		for _, b := range d.Bodies {
			visit(b.Type)
		}
	case *Form:
		for i := range d.Fields {
			visit(d.Fields[i].Type)
		}
	case *Send:
		Types(&d.Operation, visit)
	case *CallbackURL:
		visit(Named{Ident: d.Params})
	case *Operation:
		visit(Named{Ident: d.Params})
		if t := ResultType(d.Result); t != nil {
			visit(t)
		}
		for _, e := range slices.Concat(d.Errors, FailuresInside(d.Result)) {
			visit(e.Type)
		}
		if r, ok := d.Result.(OneOfResult); ok {
			for _, c := range r.Cases {
				visit(Named{Ident: c.Variant})
			}
		}
	case *Pages:
		visit(Named{Ident: d.Params})
		visit(d.Page)
		visit(d.Item)
	case *ResultUnion:
		for _, v := range d.Variants {
			if v.Body != nil {
				visit(v.Body)
			}
		}
	case *HeaderType:
		for i := range d.Fields {
			visit(d.Fields[i].Type)
		}
	case *Webhook:
		if d.Body != nil {
			visit(d.Body.Type)
		}
	case *NewFunc:
		visit(Named{Ident: d.Type})
	case *Handler:
		visit(Named{Ident: d.Service})
	case *ExampleService:
		visit(Named{Ident: d.Service})
	case *ExampleSet:
		for _, e := range d.Bodies {
			visit(e.Type)
		}
	case *Served:
		for _, f := range d.Response.Failures {
			if f.Type != nil {
				visit(f.Type)
			}
		}
	}
}

// Fields returns the members that have a Go field.
func Fields(members []Member) (out []*Field) {
	for _, m := range members {
		if f, ok := m.(*Field); ok {
			out = append(out, f)
		}
	}
	return out
}

// DeclFields returns all fields that a declaration has for members, parameters, bodies and headers.
func DeclFields(d Decl) (list []*Field) {
	switch d := d.(type) {
	case *Struct:
		return Fields(d.Members)
	case *Tuple:
		return d.Items
	case *Params:
		for i := range d.Fields {
			list = append(list, &d.Fields[i].Field)
		}
		for _, b := range d.Bodies {
			list = append(list, &b.Field)
		}
	case *Form:
		for i := range d.Fields {
			list = append(list, &d.Fields[i].Field)
		}
	case *HeaderType:
		for i := range d.Fields {
			list = append(list, &d.Fields[i].Field)
		}
	}
	return list
}

// ResultType returns what an operation gives beside its error, nil for nothing.
func ResultType(r Result) TypeExpr {
	switch r := r.(type) {
	case ValueResult:
		return r.Type
	case ReaderResult:
		return Named{Ident: Ident{Path: "io", Name: "ReadCloser"}}
	case SequenceResult:
		return r.Type
	case OneOfResult:
		return Named{Ident: r.Union}
	}
	return nil
}

// FailuresInside returns what an item of a sequence may be, beside the failures of its own operation.
func FailuresInside(r Result) []ErrorBody {
	s, _ := r.(SequenceResult)
	return s.Failures
}

// EmptyCodes returns the success codes without content of an operation that has others.
func EmptyCodes(r Result) []int {
	switch r := r.(type) {
	case ValueResult:
		return r.Empty
	case ReaderResult:
		return r.Empty
	case OneOfResult:
		return r.Empty
	}
	return nil
}

// HasBytes reports whether one kind of a result is bytes as they come from the network.
func (r OneOfResult) HasBytes() bool {
	return slices.ContainsFunc(r.Cases, func(c ResultCase) bool { return c.Form == FormReader })
}

// Idents calls visit for every identifier in a type.
func Idents(t TypeExpr, visit func(Ident)) {
	switch t := t.(type) {
	case Named:
		visit(t.Ident)
		for _, a := range t.Args {
			Idents(a, visit)
		}
	case Pointer:
		Idents(t.Elem, visit)
	case Slice:
		Idents(t.Elem, visit)
	case Map:
		Idents(t.Elem, visit)
	}
}

// Names returns every name of the package that a declaration declares. Operations, pages, what sends and sets of examples are methods, and declare none.
func Names(d Decl) []string {
	names := []string{d.Common().Name}
	switch d := d.(type) {
	case *Operation, *Pages, *Send, *ExampleSet:
		return nil
	case *Sender:
		names = append(names, d.Make)
	case *Enum:
		if d.Var != "" {
			names = append(names, d.Var)
		}
		for _, v := range d.Values {
			names = append(names, v.Name)
		}
	case *Constants:
		for _, v := range d.Values {
			names = append(names, v.Name)
		}
	case *Service:
		if d.Adapter != "" && !d.Served {
			names = append(names, d.AdapterType())
		}
	case *Handler:
		names = append(names, d.New, d.Unimplemented)
	case *ExampleService:
		names = append(names, d.New)
	case *Served:
		names = []string{d.Request.Parse}
		if d.Response.Set != nil {
			names = append(names, d.Response.Set.Name)
		}
	case *GroupedClient:
		names = append(names, "NewClient")
	case *Rules:
		for _, r := range d.List {
			names = append(names, r.Name)
		}
	case *ResultUnion:
		for _, v := range d.Variants {
			if v.Body != nil {
				names = append(names, v.Name)
			}
		}
	case *HeaderType:
		names = append(names, d.Parse)
	case *Union:
		if d.Base == nil {
			names = append(names, d.Unknown)
		}
		names = append(names, d.Unmarshal, d.Validate)
	}
	return names
}

// Inner returns the rules inside a keyword, absent ones included, in the order of the document.
func Inner(k RuleKeyword) (rules []Rule) {
	switch k := k.(type) {
	case RuleNot:
		return []Rule{k.Rule}
	case RuleAnyOf:
		return k.Rules
	case RuleOneOf:
		return k.Rules
	case RuleTag:
		for _, c := range k.Cases {
			rules = append(rules, c.Rule)
		}
		return append(rules, k.Default, k.Else)
	case RuleIf:
		return []Rule{k.If, k.Then, k.Else}
	case RuleUnevaluated:
		return []Rule{k.Of, k.Items, k.Properties}
	case RuleProperties:
		for _, m := range k.Named {
			rules = append(rules, m.Rule)
		}
		for _, m := range k.Patterned {
			rules = append(rules, m.Rule)
		}
		return append(rules, k.Rest)
	case RuleNames:
		return []Rule{k.Rule}
	case RuleDependentSchemas:
		for _, m := range k.List {
			rules = append(rules, m.Rule)
		}
		return rules
	case RuleItems:
		return append(append(rules, k.Prefix...), k.Rest)
	case RuleContains:
		return []Rule{k.Rule}
	}
	return nil
}
