package gomodel

// own verifies the checks of a declared type. It can encode itself, so a rule can judge it whatever its codec is.
func (v *verifier) own(d Decl, codec Codec, list []Check) {
	for _, c := range list {
		switch c := c.(type) {
		case ByRule:
			v.ruleName(d, c.Rule)
		case ByMethod: // the compiler finds out whether it is there
		default:
			v.check(d, codec, c)
		}
	}
}

// ownRules verifies checks of a whole value of which nothing but its JSON can be checked.
func (v *verifier) ownRules(d Decl, list []Check) {
	for _, c := range list {
		switch c := c.(type) {
		case ByRule:
			v.ruleName(d, c.Rule)
		case ByMethod:
		default:
			v.fail(d, "has a %T for the whole value", c)
		}
	}
}

// result verifies the checks of a result. A type with a check method has its own.
func (v *verifier) result(o *Operation) {
	r, ok := o.Result.(ValueResult)
	if !ok || len(r.Checks) == 0 {
		return
	}
	switch r.Codec.(type) {
	case ObjectCodec, UnionCodec:
		v.fail(o, "has checks of a result that checks itself")
	}
	v.checks(o, r.Codec, r.Checks)
}

func (v *verifier) checks(d Decl, codec Codec, list []Check) {
	for _, c := range list {
		v.check(d, codec, c)
	}
}

func (v *verifier) check(d Decl, codec Codec, c Check) {
	if or, ok := codec.(OrNull); ok {
		codec = or.Elem
	}
	switch c := c.(type) {
	case Match:
		v.patternName(d, c.Var)
	case ByRule:
		v.ruleName(d, c.Rule)
		switch codec.(type) {
		case RawCodec, ObjectCodec, UnionCodec:
		default:
			v.fail(d, "judges a %T by %s, which only a type of its own can be", codec, c.Rule)
		}
	case Each:
		switch codec := codec.(type) {
		case ListCodec:
			v.checks(d, codec.Elem, c.Checks)
		case MapCodec:
			v.checks(d, codec.Elem, c.Checks)
		default:
			v.fail(d, "has checks of the elements of a %T", codec)
		}
	}
}

func (v *verifier) patternName(d Decl, name string) {
	if _, ok := v.declared[name].(*Pattern); !ok {
		v.fail(d, "checks with pattern %s, which is not declared", name)
	}
}

func (v *verifier) ruleName(d Decl, name string) {
	if rules, ok := v.declared[name].(*Rules); !ok || rules.Name == name {
		v.fail(d, "refers to %s, which is no rule", name)
	}
}

// converts fails where a scalar of a declared type has a codec that does not know the type: it would be printed without a conversion.
func (v *verifier) converts(d Decl, t TypeExpr, codec Codec) {
	switch c := codec.(type) {
	case Scalar:
		v.named(d, t, c.As)
	case EnumCodec:
		v.named(d, t, c.Type)
	case OrNull:
		v.converts(d, c.Type, c.Elem)
	case ListCodec:
		if s, ok := v.under(t).(Slice); ok {
			v.converts(d, s.Elem, c.Elem)
		}
	case MapCodec:
		if m, ok := v.under(t).(Map); ok {
			v.converts(d, m.Elem, c.Elem)
		}
	}
}

func (v *verifier) named(d Decl, t TypeExpr, as Ident) {
	n, ok := v.under(t).(Named)
	if ok && n.Ident.Path == v.p.Path && n.Ident != as {
		v.fail(d, "has a %s with the codec of %q", n.Ident.Name, as.Name)
	}
}

// under returns the type that an alias, or a named list or map, stands for.
func (v *verifier) under(t TypeExpr) TypeExpr {
	n, ok := t.(Named)
	if !ok || n.Ident.Path != v.p.Path {
		return t
	}
	switch d := v.declared[n.Ident.Name].(type) {
	case *ListType:
		return Slice{d.Elem}
	case *MapType:
		return Map{d.Elem}
	case *Alias:
		return v.under(d.Target)
	}
	return t
}
