package rules

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// A keeper finds the structs of which a rule looks at members without field. They keep all members, so that Validate judges what
// the JSON text said.
type keeper struct {
	table   *Table
	targets map[string]*api.Schema // of tags, by the names of their rules
	seen    map[keepKey]bool
	unions  map[*shapes.UnionDef]*variants
}

// variants are the structs of a union: a union of thousands has thousands of rules, and not each of them looks at each struct.
type variants struct {
	open    []*shapes.StructDef // that do not keep their members yet, and could
	members map[string][]shapes.Use
	extra   []*shapes.StructDef // with members that the document does not name
	values  []shapes.Use        // of maps
}

// A keepKey is a rule at a type, so that recursion ends.
type keepKey struct {
	rule  string
	shape shapes.Shape
}

// rule walks a rule and the type that it judges side by side.
func (k *keeper) rule(r gomodel.Rule, u shapes.Use) {
	for _, keyword := range r {
		k.keyword(keyword, u)
	}
}

func (k *keeper) all(rules []gomodel.Rule, u shapes.Use) {
	for _, r := range rules {
		k.rule(r, u)
	}
}

func (k *keeper) keyword(keyword gomodel.RuleKeyword, u shapes.Use) {
	switch x := keyword.(type) {
	case gomodel.RuleRef:
		k.reference(x.Name, u)
	case gomodel.RuleNot:
		k.rule(x.Rule, u)
	case gomodel.RuleAnyOf:
		k.all(x.Rules, u)
	case gomodel.RuleOneOf:
		k.all(x.Rules, u)
	case gomodel.RuleTag:
		k.tagged(x, u)
	case gomodel.RuleIf:
		k.all([]gomodel.Rule{x.If, x.Then, x.Else}, u)
	case gomodel.RuleUnevaluated:
		k.rule(x.Of, u)
		k.elements(x.Items, u)
		k.members(x.Properties, u)
	case gomodel.RuleEnum, gomodel.RuleUnique:
		k.deep(u)
	case gomodel.RuleRequired:
		k.names(x.Names, u)
	case gomodel.RuleDependentRequired:
		for _, d := range x.List {
			k.names(append([]string{d.Name}, d.Needs...), u)
		}
	case gomodel.RuleDependentSchemas:
		for _, d := range x.List {
			k.names([]string{d.Name}, u)
			k.rule(d.Rule, u)
		}
	case gomodel.RuleNames:
		k.members(gomodel.Rule{}, u)
	case gomodel.RuleSize:
		if x.Keyword == "minProperties" || x.Keyword == "maxProperties" {
			k.members(gomodel.Rule{}, u)
		}
	case gomodel.RuleProperties:
		k.properties(x, u)
	case gomodel.RuleItems:
		for i, r := range x.Prefix {
			eachItem(u, i, func(v shapes.Use) { k.rule(r, v) })
		}
		k.elements(x.Rest, u)
	case gomodel.RuleContains:
		k.elements(x.Rule, u)
	}
}

// tagged walks each alternative beside the variant that it is, because nothing else judges that. Variants that the tag does not tell
// apart are judged by all.
func (k *keeper) tagged(x gomodel.RuleTag, u shapes.Use) {
	var def *shapes.UnionDef
	if n, ok := u.Shape.(shapes.Named); ok {
		def, _ = n.Type.Def.(*shapes.UnionDef)
	}
	if def == nil {
		k.names([]string{x.Wire}, u)
		k.all(gomodel.Inner(x), u)
		return
	}
	for _, v := range def.Variants {
		one := shapes.Use{Shape: shapes.Named{Type: v.Type}}
		if def.Judges(v) {
			k.names([]string{x.Wire}, one)
			k.all(gomodel.Inner(x), one)
			continue
		}
		for _, c := range append([]gomodel.RuleTagCase{{Rule: x.Default}}, x.Cases...) {
			if len(c.Rule) != 1 {
				continue
			}
			if ref, ok := c.Rule[0].(gomodel.RuleRef); ok && k.targets[ref.Name] == v.Type.Schema {
				k.rule(c.Rule, one)
			}
		}
	}
}

// reference follows another rule, once for each type.
func (k *keeper) reference(name string, u shapes.Use) {
	key := keepKey{name, u.Shape}
	if !k.seen[key] {
		k.seen[key] = true
		k.rule(k.table.rule(name), u)
	}
}

func (k *keeper) properties(x gomodel.RuleProperties, u shapes.Use) {
	for _, m := range x.Named {
		if len(m.Rule) == 0 && x.Rest == nil {
			continue
		}
		k.names([]string{m.Name}, u)
		k.membersNamed(u, m.Name, func(v shapes.Use) { k.rule(m.Rule, v) })
	}
	for _, m := range x.Patterned {
		k.members(m.Rule, u)
	}
	if x.Rest != nil {
		k.members(x.Rest, u)
	}
}

// forms calls visit for u, or for each variant of a union.
func forms(u shapes.Use, visit func(shapes.Use)) {
	n, ok := u.Shape.(shapes.Named)
	if !ok {
		visit(u)
		return
	}
	def, ok := n.Type.Def.(*shapes.UnionDef)
	if !ok {
		visit(u)
		return
	}
	for _, v := range def.Variants {
		visit(shapes.Use{Shape: shapes.Named{Type: v.Type}})
	}
}

// structs calls visit for each struct that u may be: the variants of a union too.
func structs(u shapes.Use, visit func(*shapes.StructDef)) {
	forms(u, func(u shapes.Use) {
		if n, ok := u.Shape.(shapes.Named); ok {
			if def, ok := n.Type.Def.(*shapes.StructDef); ok && !def.Tuple {
				visit(def)
			}
		}
	})
}

// names: a rule looks at members with these names.
func (k *keeper) names(names []string, u shapes.Use) {
	keep := func(def *shapes.StructDef) bool {
		if slices.ContainsFunc(names, func(name string) bool { return def.Member(name) == nil }) {
			k.table.keep(def)
		}
		return k.table.keeps[def]
	}
	if all := k.variants(u); all != nil {
		all.open = slices.DeleteFunc(all.open, keep)
		return
	}
	structs(u, func(def *shapes.StructDef) { keep(def) })
}

// variants returns the structs of a union, nil for what is none.
func (k *keeper) variants(u shapes.Use) *variants {
	n, _ := u.Shape.(shapes.Named)
	if n.Type == nil {
		return nil
	}
	union, ok := n.Type.Def.(*shapes.UnionDef)
	if !ok {
		return nil
	}
	all := k.unions[union]
	if all == nil {
		all = &variants{members: map[string][]shapes.Use{}}
		k.unions[union] = all
		structs(u, func(def *shapes.StructDef) {
			if !def.Closed {
				all.open = append(all.open, def)
			}
			if def.Extra != nil {
				all.extra = append(all.extra, def)
			}
			for _, m := range def.Members {
				all.members[m.Wire] = append(all.members[m.Wire], m.Use)
			}
		})
		eachValue(u, func(v shapes.Use) { all.values = append(all.values, v) })
	}
	return all
}

// members: a rule looks at all members, whatever their names.
func (k *keeper) members(r gomodel.Rule, u shapes.Use) {
	if r == nil {
		return
	}
	structs(u, func(def *shapes.StructDef) {
		k.table.keep(def)
		for _, m := range def.Members {
			k.rule(r, m.Use)
		}
	})
	eachValue(u, func(v shapes.Use) { k.rule(r, v) })
}

func (k *keeper) elements(r gomodel.Rule, u shapes.Use) {
	if r != nil {
		eachItem(u, -1, func(v shapes.Use) { k.rule(r, v) })
	}
}

// deep: a rule compares whole values, so nothing inside may be lost.
func (k *keeper) deep(u shapes.Use) {
	switch s := u.Shape.(type) {
	case shapes.List:
		k.deep(s.Elem)
	case shapes.Map:
		k.deep(s.Elem)
	case shapes.Named:
		k.deepType(s.Type)
	}
}

func (k *keeper) deepType(t *shapes.Type) {
	key := keepKey{" deep", shapes.Named{Type: t}}
	if k.seen[key] {
		return
	}
	k.seen[key] = true
	switch def := t.Def.(type) {
	case *shapes.StructDef:
		k.table.keep(def)
		for _, m := range def.Members {
			k.deep(m.Use)
		}
		if def.Extra != nil {
			k.deep(*def.Extra)
		}
	case shapes.ListDef:
		k.deep(def.Elem)
	case shapes.MapDef:
		k.deep(def.Elem)
	case *shapes.UnionDef:
		for _, v := range def.Variants {
			k.deepType(v.Type)
		}
	}
}

// membersNamed calls visit with each type that the member of this name may have.
func (k *keeper) membersNamed(u shapes.Use, name string, visit func(shapes.Use)) {
	extra := func(def *shapes.StructDef) {
		if def.Extra != nil && def.Member(name) == nil {
			visit(*def.Extra)
		}
	}
	if all := k.variants(u); all != nil {
		for _, member := range all.members[name] {
			visit(member)
		}
		for _, def := range all.extra {
			extra(def)
		}
		for _, v := range all.values {
			visit(v)
		}
		return
	}
	structs(u, func(def *shapes.StructDef) {
		if m := def.Member(name); m != nil {
			visit(m.Use)
		}
		extra(def)
	})
	eachValue(u, visit)
}

// eachValue calls visit with what the values of a map are.
func eachValue(u shapes.Use, visit func(shapes.Use)) {
	forms(u, func(u shapes.Use) {
		switch s := u.Shape.(type) {
		case shapes.Map:
			visit(s.Elem)
		case shapes.Named:
			if def, ok := s.Type.Def.(shapes.MapDef); ok {
				visit(def.Elem)
			}
		}
	})
}

// eachItem calls visit with the type of item i of an array, or of each item if i < 0.
func eachItem(u shapes.Use, i int, visit func(shapes.Use)) {
	forms(u, func(u shapes.Use) {
		if elem := shapes.Elements(u.Shape); elem.Shape != nil {
			visit(elem)
		}
		n, _ := u.Shape.(shapes.Named)
		if n.Type == nil {
			return
		}
		def, ok := n.Type.Def.(*shapes.StructDef)
		if !ok || !def.Tuple {
			return
		}
		for j, m := range def.Members {
			if i < 0 || i == j {
				visit(m.Use)
			}
		}
		if def.Extra != nil && i < 0 {
			visit(*def.Extra)
		}
	})
}
