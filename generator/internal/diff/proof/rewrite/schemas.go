package rewrite

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/proof/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// ofSchemas returns the rewrites of single schemas.
func ofSchemas() []ofSchema {
	return []ofSchema{
		{"allOf around", (*context).wrap}, {"anyOf around", (*context).wrapAny}, {"allOf of two parts", (*context).split},
		{"one schema instead of allOf", (*context).merge}, {"required in allOf", (*context).moveRequired},
		{"oneOf instead of enum", (*context).enumToOneOf}, {"const instead of enum", (*context).enumToConst},
		{"anyOf instead of oneOf", (*context).oneOfToAnyOf}, {"anyOf instead of a list of types", (*context).typesToAnyOf},
		{"a list of one type", (*context).listOfType}, {"other bounds of integers", (*context).bounds}, {"not of not", (*context).notNot},
		{"limits that never bite", (*context).idle}, {"another pattern for the same texts", (*context).pattern},
		{"if true then", (*context).condition},
	}
}

func allOf(parts ...*tree.Node) tree.Member {
	return tree.Member{Name: "allOf", Value: tree.Array(parts...)}
}

func (c *context) wrap(n *tree.Node) bool {
	if !c.isPlain(n) || n.Has("unevaluatedProperties", "unevaluatedItems") {
		return false
	}
	inner := take(n)
	n.Members = append(n.Members, allOf(inner))
	return len(inner.Members) > 0
}

func (c *context) wrapAny(n *tree.Node) bool {
	if c.IsSwagger() || c.hasDirection(n) || n.Has("default") || !c.isPlain(n) || n.Has("unevaluatedProperties", "unevaluatedItems") {
		return false
	}
	if c.tells(n) || c.discriminates && n.Has("const", "enum", "allOf", "additionalProperties") { // in an anyOf a part is no heir
		return false
	}
	inner := take(n)
	n.Set("anyOf", tree.Array(inner))
	return len(inner.Members) > 0
}

// hasDirection reports whether a reference makes a member readOnly or writeOnly: in an anyOf it does not.
func (c *context) hasDirection(n *tree.Node) bool {
	if n.Has("$ref") {
		n = c.target(n)
	}
	return n.Has("readOnly", "writeOnly", "allOf") && n != nil
}

// split puts every second member, and every second limit, into another part.
func (c *context) split(n *tree.Node) bool {
	if n.Has("$ref", "allOf", "additionalProperties", "patternProperties", "unevaluatedProperties", "unevaluatedItems", "items", "prefixItems",
		"contains", "if", "nullable", "x-nullable", "minimum", "maximum") {
		return false
	}
	if meansMore(n) {
		return false
	}
	inner := take(n)
	if !inner.Has("type") || len(inner.Members) < 2 {
		replace(n, tree.Object(append(n.Members, inner.Members...)...))
		return false
	}
	first, second := tree.Object(), tree.Object()
	for i, m := range inner.Members {
		switch {
		case m.Name == "properties":
			a, b := tree.Object(), tree.Object()
			for j, p := range m.Value.Members {
				part := []*tree.Node{a, b}[j%2]
				part.Members = append(part.Members, p)
			}
			first.Set("properties", a)
			second.Set("properties", b)
		case m.Name == "type":
			first.Set("type", m.Value)
			if typeOf(inner) == "object" {
				second.Set("type", m.Value.Clone())
			}
		default:
			[]*tree.Node{first, second}[i%2].Set(m.Name, m.Value)
		}
	}
	n.Members = append(n.Members, allOf(first, second))
	return true
}

// meansMore reports whether a type is read together with what stands beside it: null without quotes, or a type that values of the enum do
// not have. Apart they mean something else.
func meansMore(n *tree.Node) bool {
	types := []*tree.Node{n.Get("type")}
	if types[0].Is(source.Array) {
		types = types[0].Items
	}
	values := slices.Clone(orEmpty(n.Get("enum")).Items)
	if n.Has("const") {
		values = append(values, n.Get("const"))
	}
	others := slices.ContainsFunc(values, func(v *tree.Node) bool {
		return !slices.ContainsFunc(types, func(t *tree.Node) bool { return t == nil || isOfType(v, t.Text) })
	})
	return others || n.Get("type").Is(source.Null)
}

func isOfType(v *tree.Node, name string) bool {
	switch v.Kind {
	case source.String:
		return name == "string"
	case source.Number:
		return name == "number" || name == "integer"
	case source.Bool:
		return name == "boolean"
	case source.Null:
		return true // nullable may allow it
	case source.Array:
		return name == "array"
	}
	return name == "object"
}

// merge joins the parts of an allOf that have no keyword in common but members of objects.
func (c *context) merge(n *tree.Node) bool {
	parts := n.Get("allOf")
	if !parts.Is(source.Array) || len(parts.Items) == 0 || n.Has("$ref") {
		return false
	}
	merged := tree.Object()
	outer := tree.Object(slices.DeleteFunc(slices.Clone(n.Members), func(m tree.Member) bool { return m.Name == "allOf" })...)
	for _, p := range append([]*tree.Node{outer}, parts.Items...) {
		if !c.join(merged, p) {
			return false
		}
	}
	replace(n, merged)
	return true
}

// join adds the keywords of a part to a schema, if they do not speak of the same.
func (c *context) join(into, part *tree.Node) bool {
	if !part.Is(source.Object) || !movable(part) || part.Has("$ref", "additionalProperties", "patternProperties", "unevaluatedProperties",
		"unevaluatedItems", "nullable", "readOnly", "writeOnly", "default", "x-nullable", "allOf", "items", "prefixItems") {
		return false
	}
	for _, m := range part.Members {
		have := into.Get(m.Name)
		switch {
		case have == nil:
			into.Set(m.Name, m.Value.Clone())
		case m.Name == "properties":
			for _, p := range m.Value.Members {
				if have.Has(p.Name) {
					return false
				}
				have.Set(p.Name, p.Value.Clone())
			}
		case m.Name == "required":
			for _, name := range m.Value.Items {
				if !slices.ContainsFunc(have.Items, func(o *tree.Node) bool { return o.Text == name.Text }) {
					have.Items = append(have.Items, name.Clone())
				}
			}
		case isAnnotation(m.Name) || tree.Same(have, m.Value):
		default:
			return false
		}
	}
	return true
}

func (c *context) moveRequired(n *tree.Node) bool {
	if !n.Has("required") || n.Has("allOf", "$ref") {
		return false
	}
	n.Set("allOf", tree.Array(tree.Object(n.Delete("required")...)))
	return true
}

// distinct reports whether all items of a list differ.
func distinct(list *tree.Node) bool {
	for i, a := range list.Items {
		for _, b := range list.Items[:i] {
			if tree.Same(a, b) {
				return false
			}
		}
	}
	return len(list.Items) > 0
}

// enumToOneOf lists values one by one. Values of numbers may be written in two ways, so they are left out.
func (c *context) enumToOneOf(n *tree.Node) bool {
	list := n.Get("enum")
	strings := list.Is(source.Array) && !slices.ContainsFunc(list.Items, func(v *tree.Node) bool { return v.Kind != source.String })
	if c.IsSwagger() || !strings || !distinct(list) || meansMore(n) || n.Has("oneOf", "$ref", "nullable") || c.tells(n) {
		return false
	}
	var parts []*tree.Node
	for _, v := range list.Items {
		if c.Old() {
			parts = append(parts, tree.Object(tree.Member{Name: "enum", Value: tree.Array(v)}))
		} else {
			parts = append(parts, tree.Object(tree.Member{Name: "const", Value: v}))
		}
	}
	n.Delete("enum")
	n.Set("oneOf", tree.Array(parts...))
	return true
}

func (c *context) enumToConst(n *tree.Node) bool {
	list := n.Get("enum")
	if c.Old() || !list.Is(source.Array) || len(list.Items) != 1 || n.Has("const") {
		return false
	}
	n.Delete("enum")
	n.Set("const", list.Items[0])
	return true
}

// oneOfToAnyOf is for alternatives of other types, or with other values of a required member.
func (c *context) oneOfToAnyOf(n *tree.Node) bool {
	list := n.Get("oneOf")
	if !list.Is(source.Array) || n.Has("anyOf", "$ref") {
		return false
	}
	for i, a := range list.Items {
		for _, b := range list.Items[:i] {
			if !c.apart(a, b) {
				return false
			}
		}
	}
	n.Delete("oneOf")
	n.Set("anyOf", list)
	return true
}

// apart reports whether it is plain to see that no value is of two schemas.
func (c *context) apart(a, b *tree.Node) bool {
	a, b = c.target(a), c.target(b)
	x, y := typeOf(a), typeOf(b)
	if a.Has("nullable", "x-nullable") || b.Has("nullable", "x-nullable") || x == "" || y == "" {
		return false
	}
	isNumber := func(t string) bool { return t == "number" || t == "integer" }
	if x != y {
		return !isNumber(x) || !isNumber(y)
	}
	if x != "object" {
		return false
	}
	for _, m := range orEmpty(a.Get("properties")).Members {
		other := orEmpty(b.Get("properties")).Get(m.Name)
		if isRequired(a, m.Name) && isRequired(b, m.Name) && onlyValue(m.Value) != nil && onlyValue(other) != nil &&
			!tree.Same(onlyValue(m.Value), onlyValue(other)) {
			return true
		}
	}
	return false
}

func orEmpty(n *tree.Node) *tree.Node {
	if n == nil {
		return tree.Object()
	}
	return n
}

// target follows references inside of the document.
func (c *context) target(n *tree.Node) *tree.Node {
	for range 10 {
		ref := n.Get("$ref")
		if !ref.Is(source.String) || !strings.HasPrefix(ref.Text, "#/") {
			return n
		}
		if n = c.Root.At(tree.Tokens(ref.Text)); n == nil {
			return tree.Object()
		}
	}
	return n
}

func isRequired(n *tree.Node, name string) bool {
	list := n.Get("required")
	return list.Is(source.Array) && slices.ContainsFunc(list.Items, func(o *tree.Node) bool { return o.Text == name })
}

// onlyValue returns the string that a schema is, nil if it may be something else.
func onlyValue(n *tree.Node) *tree.Node {
	n = orEmpty(n)
	if n.Get("const").Is(source.String) {
		return n.Get("const")
	}
	if list := n.Get("enum"); list.Is(source.Array) && len(list.Items) == 1 && list.Items[0].Is(source.String) && !n.Has("nullable", "$ref") {
		return list.Items[0]
	}
	return nil
}

func (c *context) typesToAnyOf(n *tree.Node) bool {
	list := n.Get("type")
	if c.Old() || !list.Is(source.Array) || len(list.Items) < 2 || !distinct(list) || meansMore(n) || n.Has("anyOf", "$ref") {
		return false
	}
	var parts []*tree.Node
	for _, t := range list.Items {
		parts = append(parts, tree.Object(tree.Member{Name: "type", Value: t}))
	}
	n.Delete("type")
	n.Set("anyOf", tree.Array(parts...))
	return true
}

func (c *context) listOfType(n *tree.Node) bool {
	if c.Old() || typeOf(n) == "" {
		return false
	}
	n.Set("type", tree.Array(n.Get("type")))
	return true
}

// bounds writes a bound of integers as the exclusive one beside it.
func (c *context) bounds(n *tree.Node) (changed bool) {
	if typeOf(n) != "integer" || n.Has("exclusiveMinimum", "exclusiveMaximum", "$ref") {
		return false
	}
	for _, b := range []struct {
		name, exclusive string
		add             int
	}{{"minimum", "exclusiveMinimum", -1}, {"maximum", "exclusiveMaximum", 1}} {
		v := n.Get(b.name)
		if !v.Is(source.Number) {
			continue
		}
		number, err := strconv.Atoi(v.Text)
		if err != nil || number < -1<<50 || number > 1<<50 {
			continue
		}
		changed = true
		if c.Old() {
			n.Set(b.name, tree.Number(number+b.add))
			n.Set(b.exclusive, tree.Bool(true))
			continue
		}
		n.Delete(b.name)
		n.Set(b.exclusive, tree.Number(number+b.add))
	}
	return changed
}

func (c *context) notNot(n *tree.Node) bool {
	if c.IsSwagger() || c.forms || c.random.IntN(4) > 0 || !c.isPlain(n) || n.Has("unevaluatedProperties", "unevaluatedItems", "not", "default") || hasDirections(n) || !isScalar(n) {
		return false
	}
	inner := take(n)
	n.Set("not", tree.Object(tree.Member{Name: "not", Value: inner}))
	return len(inner.Members) > 0
}

// hasDirections reports whether something in a schema is sent only or received only: under a not that means something else.
func hasDirections(n *tree.Node) (has bool) {
	n.Walk(func(at *tree.Node) { has = has || at.Has("readOnly", "writeOnly", "$ref") })
	return has
}

// isScalar is for those that hide the type: lists and objects in parameters are written by it.
func isScalar(n *tree.Node) bool {
	return slices.Contains([]string{"string", "integer", "number", "boolean"}, typeOf(n))
}

// idle adds limits that allow everything.
func (c *context) idle(n *tree.Node) bool {
	if n.Has("$ref") || len(n.Members) == 0 {
		return false
	}
	add := func(name string, v *tree.Node) {
		if !n.Has(name) {
			n.Set(name, v)
		}
	}
	switch typeOf(n) {
	case "string":
		add("minLength", tree.Number(0))
	case "array":
		add("minItems", tree.Number(0))
		add("uniqueItems", tree.Bool(false))
	case "object":
		add("minProperties", tree.Number(0))
		if !n.Has("unevaluatedProperties") && !c.discriminates { // another part of a hierarchy may close it as a whole
			add("additionalProperties", tree.Bool(true))
		}
	case "integer":
		add("multipleOf", tree.Number(1))
	case "boolean":
		add("minLength", tree.Number(7))
	default:
		return false
	}
	return true
}

func (c *context) pattern(n *tree.Node) bool {
	p := n.Get("pattern")
	if !p.Is(source.String) || !strings.Contains(p.Text, "[0-9]") {
		return false
	}
	n.Set("pattern", tree.String(strings.ReplaceAll(p.Text, "[0-9]", `\d`)))
	return true
}

func (c *context) condition(n *tree.Node) bool {
	if c.Old() || c.forms || c.random.IntN(4) > 0 || n.Has("unevaluatedProperties", "unevaluatedItems", "if", "default") || hasDirections(n) || !isScalar(n) {
		return false
	}
	inner := take(n)
	n.Set("if", tree.Object())
	n.Set("then", inner)
	return len(inner.Members) > 0
}
