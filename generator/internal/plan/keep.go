package plan

import (
	"github.com/oas2go/oas2go/generator/gomodel"
)

// A keeper finds the structs of which a rule looks at members without field. They keep all members, so that Validate judges what
// the JSON text said.
type keeper struct {
	table *RuleTable
	seen  map[keepKey]bool
}

// A keepKey is a rule at a type, so that recursion ends.
type keepKey struct {
	rule  string
	shape shape
}

// rule walks a rule and the type that it judges side by side.
func (k *keeper) rule(r gomodel.Rule, u use) {
	for _, keyword := range r {
		k.keyword(keyword, u)
	}
}

func (k *keeper) all(rules []gomodel.Rule, u use) {
	for _, r := range rules {
		k.rule(r, u)
	}
}

func (k *keeper) keyword(keyword gomodel.RuleKeyword, u use) {
	switch x := keyword.(type) {
	case gomodel.RuleRef:
		k.reference(x.Name, u)
	case gomodel.RuleNot:
		k.rule(x.Rule, u)
	case gomodel.RuleAnyOf:
		k.all(x.Rules, u)
	case gomodel.RuleOneOf:
		k.all(x.Rules, u)
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
			eachItem(u, i, func(v use) { k.rule(r, v) })
		}
		k.elements(x.Rest, u)
	case gomodel.RuleContains:
		k.elements(x.Rule, u)
	}
}

// reference follows another rule, once for each type.
func (k *keeper) reference(name string, u use) {
	key := keepKey{name, u.shape}
	if !k.seen[key] {
		k.seen[key] = true
		k.rule(k.table.rule(name), u)
	}
}

func (k *keeper) properties(x gomodel.RuleProperties, u use) {
	for _, m := range x.Named {
		if len(m.Rule) == 0 && x.Rest == nil {
			continue
		}
		k.names([]string{m.Name}, u)
		membersNamed(u, m.Name, func(v use) { k.rule(m.Rule, v) })
	}
	for _, m := range x.Patterned {
		k.members(m.Rule, u)
	}
	if x.Rest != nil {
		k.members(x.Rest, u)
	}
}

// forms calls visit for u, or for each variant of a union.
func forms(u use, visit func(use)) {
	n, ok := u.shape.(named)
	if !ok {
		visit(u)
		return
	}
	def, ok := n.typ.def.(*unionDef)
	if !ok {
		visit(u)
		return
	}
	for _, v := range def.variants {
		visit(use{shape: named{v.typ}})
	}
}

// structs calls visit for each struct that u may be: the variants of a union too.
func structs(u use, visit func(*structDef)) {
	forms(u, func(u use) {
		if n, ok := u.shape.(named); ok {
			if def, ok := n.typ.def.(*structDef); ok && !def.tuple {
				visit(def)
			}
		}
	})
}

// names: a rule looks at members with these names.
func (k *keeper) names(names []string, u use) {
	structs(u, func(def *structDef) {
		for _, name := range names {
			if def.member(name) == nil {
				k.table.keep(def)
			}
		}
	})
}

// members: a rule looks at all members, whatever their names.
func (k *keeper) members(r gomodel.Rule, u use) {
	if r == nil {
		return
	}
	structs(u, func(def *structDef) {
		k.table.keep(def)
		for _, m := range def.members {
			k.rule(r, m.use)
		}
	})
	eachValue(u, func(v use) { k.rule(r, v) })
}

func (k *keeper) elements(r gomodel.Rule, u use) {
	if r != nil {
		eachItem(u, -1, func(v use) { k.rule(r, v) })
	}
}

// deep: a rule compares whole values, so nothing inside may be lost.
func (k *keeper) deep(u use) {
	switch s := u.shape.(type) {
	case list:
		k.deep(s.elem)
	case dict:
		k.deep(s.elem)
	case named:
		k.deepType(s.typ)
	}
}

func (k *keeper) deepType(t *typ) {
	key := keepKey{" deep", named{t}}
	if k.seen[key] {
		return
	}
	k.seen[key] = true
	switch def := t.def.(type) {
	case *structDef:
		k.table.keep(def)
		for _, m := range def.members {
			k.deep(m.use)
		}
		if def.extra != nil {
			k.deep(*def.extra)
		}
	case listDef:
		k.deep(def.elem)
	case dictDef:
		k.deep(def.elem)
	case *unionDef:
		for _, v := range def.variants {
			k.deepType(v.typ)
		}
	}
}

// membersNamed calls visit with each type that the member of this name may have.
func membersNamed(u use, name string, visit func(use)) {
	structs(u, func(def *structDef) {
		if m := def.member(name); m != nil {
			visit(m.use)
		} else if def.extra != nil {
			visit(*def.extra)
		}
	})
	eachValue(u, visit)
}

// eachValue calls visit with what the values of a map are.
func eachValue(u use, visit func(use)) {
	forms(u, func(u use) {
		switch s := u.shape.(type) {
		case dict:
			visit(s.elem)
		case named:
			if def, ok := s.typ.def.(dictDef); ok {
				visit(def.elem)
			}
		}
	})
}

// eachItem calls visit with the type of item i of an array, or of each item if i < 0.
func eachItem(u use, i int, visit func(use)) {
	forms(u, func(u use) {
		if elem := elements(u.shape); elem.shape != nil {
			visit(elem)
		}
		n, _ := u.shape.(named)
		if n.typ == nil {
			return
		}
		def, ok := n.typ.def.(*structDef)
		if !ok || !def.tuple {
			return
		}
		for j, m := range def.members {
			if i < 0 || i == j {
				visit(m.use)
			}
		}
		if def.extra != nil && i < 0 {
			visit(*def.extra)
		}
	})
}
