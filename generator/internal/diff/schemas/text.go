package schemas

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// A reader turns schemas into schemas of what is read from text, as the values of parameters, headers and form fields are: there 5 is
// the number and the string, true is the boolean and the string, one value is a list of one, and nothing is null.
type reader struct {
	solver   Solver
	anything *api.Schema
	made     map[*api.Schema]*api.Schema
	insides  map[*api.Schema]*api.Schema
}

const (
	integerText = "^-?(0|[1-9][0-9]*)$"
	numberText  = "^-?(0|[1-9][0-9]*)([.][0-9]+)?$"
)

// read returns the schema of what s reads from text. It is for questions to the solver only.
func (r *reader) read(s *api.Schema) *api.Schema {
	if s == nil {
		return nil
	}
	if made, ok := r.made[s]; ok {
		return made
	}
	place := &api.Schema{} // for schemas that lead to themselves
	r.made[s] = place
	written := notTypes(api.TypeNull)
	if typesOf(shapeOf(s)) == nil { // any value: what is written is a scalar
		written = notTypes(api.TypeNull, api.TypeArray, api.TypeObject)
	}
	read := &api.Schema{Compose: &api.Composition{AnyOf: append([]*api.Schema{r.inside(s)}, r.others(s)...)}}
	*place = *join([]*api.Schema{written, read})
	return place
}

// inside returns s with the values inside of it read from text. What the value itself can be is a matter of all that applies to it.
func (r *reader) inside(s *api.Schema) *api.Schema {
	if s == nil {
		return nil
	}
	if made, ok := r.insides[s]; ok {
		return made
	}
	place := &api.Schema{}
	r.insides[s] = place
	plain := *s
	plain.Compose = nil
	made := plain.Rewrite(r.read, r.inside)
	made.Meta, made.Marks = nil, nil
	if c := s.Compose; c != nil {
		made.Compose = &api.Composition{AllOf: r.list(c.AllOf), AnyOf: r.list(c.AnyOf), OneOf: r.list(c.OneOf), Not: c.Not, If: c.If, Then: c.Then, Else: c.Else}
	}
	*place = *made
	return place
}

func (r *reader) list(list []*api.Schema) (out []*api.Schema) {
	for _, s := range list {
		out = append(out, r.inside(s))
	}
	return out
}

func notTypes(types ...api.Type) *api.Schema {
	return &api.Schema{Compose: &api.Composition{Not: &api.Schema{Types: types}}}
}

func textOf(pattern string) *api.Schema {
	return &api.Schema{Types: []api.Type{api.TypeString}, String: &api.StringRules{Pattern: &pattern}}
}

// others returns what text of s can be too.
func (r *reader) others(s *api.Schema) (list []*api.Schema) {
	for _, other := range []struct{ read, as *api.Schema }{
		{textOf(numberText), &api.Schema{Types: []api.Type{api.TypeNumber}}},
		{textOf(integerText), &api.Schema{Types: []api.Type{api.TypeInteger}}},
		{&api.Schema{Types: []api.Type{api.TypeNumber}}, textOf(numberText)},
		{&api.Schema{Types: []api.Type{api.TypeInteger}}, textOf(integerText)},
	} {
		if r.solver.Find(lit(other.read), not(s)).Status == sets.Empty {
			list = append(list, other.as)
		}
	}
	for _, v := range []api.Value{api.Bool(true), api.Bool(false)} {
		text := api.String(api.JSON(v))
		list = r.swap(list, s, v, text)
	}
	sh := shapeOf(s)
	values, _ := sh.values()
	for _, v := range values {
		switch v := v.(type) {
		case api.Number:
			list = append(list, constant(api.String(v.String())))
		case api.String:
			if n, ok := api.ParseNumber(string(v)); ok {
				list = append(list, constant(n))
			}
		}
	}
	if items := r.single(sh); items != nil {
		list = append(list, items)
	}
	return list
}

// swap adds the text of a boolean if the boolean is valid, and the boolean if its text is.
func (r *reader) swap(list []*api.Schema, s *api.Schema, v, text api.Value) []*api.Schema {
	for _, pair := range [][2]api.Value{{v, text}, {text, v}} {
		if r.solver.Find(lit(constant(pair[0])), lit(s)).Status == sets.Inhabited {
			list = append(list, constant(pair[1]))
		}
	}
	return list
}

func constant(v api.Value) *api.Schema {
	return &api.Schema{Const: &api.Literal{Value: v}}
}

// single returns what one value of a list can be, nil if s is no list or needs more of them.
func (r *reader) single(sh *shape) *api.Schema {
	types := typesOf(sh)
	if least := size(api.KwMinItems)(sh); len(types) == 0 || types[0] != api.TypeArray || least.number != nil && least.number.Cmp(api.Int(1)) > 0 {
		return nil
	}
	for _, p := range sh.parts {
		if p.Array != nil && p.Array.Items != nil {
			return r.read(p.Array.Items)
		}
	}
	return notTypes(api.TypeNull, api.TypeArray, api.TypeObject)
}

// reading returns what s reads at a node.
func (w *walker) reading(s *api.Schema, text bool) *api.Schema {
	if !text || s == nil {
		return s
	}
	return w.reader.read(s)
}
