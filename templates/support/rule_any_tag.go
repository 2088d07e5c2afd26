package support

import "strconv"

// A discriminator judges an object by the rule that its tag leads to: the table from which readers go too.
type discriminator struct {
	wire    string
	cases   []tagCase
	missing rule // judges where the tag is missing or unknown; nil: that is a violation
	rest    rule // judges where the tag is missing, or its case has no rule, and what is no object; nil: a tag must be there
	open    bool // rest judges where the tag is unknown too
	known   string
}

// A tagCase is a value of a tag, as JSON, with its rule; nil: several alternatives have it.
type tagCase struct {
	value string
	rule  rule
}

func (k *discriminator) holds(e *evaluation, v node, seen marks) bool {
	if !e.is(v, kindObject) {
		return e.all(k.rest, v, seen)
	}
	if e.goesBack(v) {
		return true
	}
	tag := e.lookup(v, k.wire)
	there := tag > 0 && e.elements[tag].kind != kindNull
	if there {
		value := e.tagText(tag)
		for _, c := range k.cases {
			if c.value == value {
				if c.rule == nil {
					return e.all(k.rest, v, seen)
				}
				return e.all(c.rule, v, seen)
			}
		}
	}
	switch {
	case k.missing != nil:
		return e.all(k.missing, v, seen)
	case k.rest != nil && (!there || k.open):
		return e.all(k.rest, v, seen)
	case there:
		return e.fail(tag, "discriminator", k.known)
	}
	return e.note(failure{node: v, missing: true, name: k.wire, rule: "required", hidden: true})
}

// tagText gives a string, an integer or a boolean as JSON, other values as "".
func (e *evaluation) tagText(v node) string {
	switch e.elements[v].kind {
	case kindString:
		return strconv.Quote(e.string(v))
	case kindInteger:
		plain, zeros := splitInteger(e.raw(v))
		if n, ok := joinInteger(plain, zeros); ok {
			return strconv.FormatInt(n, 10)
		}
	case kindBoolean:
		return e.raw(v)
	}
	return ""
}
