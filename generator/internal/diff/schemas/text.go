package schemas

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// A reader turns schemas into schemas of what is read from text, as the values of parameters, headers and form fields are: there 5 is
// the number and the string, true is the boolean and the string, one value is a list of one, and nothing is null.
type reader struct {
	*walker
	made   map[*api.Schema]*api.Schema
	inside map[*api.Schema]*api.Schema // lists and objects of what is read
}

const (
	integerText = "^-?(0|[1-9][0-9]*)$"
	numberText  = "^-?(0|[1-9][0-9]*)([.][0-9]+)?$"
)

// read returns the schema of what s reads from text. It is for questions to the solver only. A text is read in one way by all that s
// says of it, so the parts of s are not read one by one.
func (r *reader) read(s *api.Schema) *api.Schema {
	if s == nil {
		return nil
	}
	if made, ok := r.made[s]; ok {
		return made
	}
	place := &api.Schema{} // for schemas that lead to themselves
	r.made[s] = place
	if r.isAnything(s) {
		*place = *lists.NotTypes(api.TypeNull)
		return place
	}
	readings := []*api.Schema{lists.Join([]*api.Schema{s, lists.NotTypes(api.TypeArray, api.TypeObject)})}
	if sh := shapeOf(s); typesOf(sh) != nil || len(sh.names()) > 0 || sh.others+len(sh.unions) > 0 {
		readings = append(readings, lists.Join([]*api.Schema{r.container(s), lists.Containers()}))
	} // else any value: what is written is a scalar
	readings = append(readings, r.others(s)...)
	*place = *lists.Join([]*api.Schema{lists.NotTypes(api.TypeNull), {Compose: &api.Composition{AnyOf: readings}}})
	return place
}

// container returns the schema of lists and objects that are like s, but for what is in them, which is read from text.
func (r *reader) container(s *api.Schema) *api.Schema {
	if made, ok := r.inside[s]; ok {
		return made
	}
	place := &api.Schema{}
	r.inside[s] = place
	sh := shapeOf(s)
	members, items := r.membersOf(sh), r.itemsOf(sh)
	var parts []*api.Schema
	for _, p := range sh.parts {
		parts = append(parts, r.part(p, members, items))
	}
	*place = *lists.Join(parts)
	return place
}

// part returns one part of a shape. What other parts say about the same member or items is said here too.
func (r *reader) part(p *api.Schema, members map[string]*api.Schema, items *api.Schema) *api.Schema {
	plain := *p
	plain.Compose, plain.Meta, plain.Marks, plain.OpenAPI = nil, nil, nil, nil
	if plain.Ref != nil && !plain.Ref.Dynamic {
		plain.Ref = nil // its target is a part
	}
	out := plain.Rewrite(r.read, r.read)
	if p.Object != nil {
		for i, m := range out.Object.Properties {
			out.Object.Properties[i].Value = members[m.Name]
		}
	}
	if p.Array != nil && p.Array.Items != nil && len(p.Array.PrefixItems) == 0 {
		out.Array.Items = items
	}
	if c := p.Compose; c != nil {
		out.Compose = &api.Composition{Not: c.Not, If: c.If, Then: c.Then, Else: c.Else}
		if lists.BesideNull(c.AnyOf) == nil {
			out.Compose.AnyOf = r.containers(c.AnyOf)
		}
		if lists.BesideNull(c.OneOf) == nil {
			out.Compose.OneOf = r.containers(c.OneOf)
		}
	}
	return out
}

func (r *reader) containers(list []*api.Schema) (out []*api.Schema) {
	for _, s := range list {
		out = append(out, r.container(s))
	}
	return out
}

// membersOf returns what is read for each member, by all parts together.
func (r *reader) membersOf(sh *shape) map[string]*api.Schema {
	lists := map[string][]*api.Schema{}
	for _, p := range sh.parts {
		if p.Object != nil {
			for _, m := range p.Object.Properties {
				lists[m.Name] = append(lists[m.Name], m.Value)
			}
		}
	}
	members := map[string]*api.Schema{}
	for name, list := range lists {
		members[name] = r.read(r.joined(list, sh))
	}
	return members
}

func (r *reader) itemsOf(sh *shape) *api.Schema {
	var list []*api.Schema
	for _, p := range sh.parts {
		if p.Array != nil && p.Array.Items != nil && len(p.Array.PrefixItems) == 0 {
			list = append(list, p.Array.Items)
		}
	}
	return r.item(r.joined(list, sh))
}

// item returns what is read of an item. A list or an object in a list is JSON text: where any text goes, it goes too.
func (r *reader) item(s *api.Schema) *api.Schema {
	read := r.read(s)
	if r.solver.Find(lit(&api.Schema{Types: []api.Type{api.TypeString}}), not(s)).Status != sets.Empty {
		return read
	}
	return &api.Schema{Compose: &api.Composition{AnyOf: []*api.Schema{read, {Types: []api.Type{api.TypeArray, api.TypeObject}}}}}
}

// others returns what text of s can be too.
func (r *reader) others(s *api.Schema) (list []*api.Schema) {
	for _, other := range []struct{ read, as *api.Schema }{
		{lists.TextLike(numberText), &api.Schema{Types: []api.Type{api.TypeNumber}}},
		{lists.TextLike(integerText), &api.Schema{Types: []api.Type{api.TypeInteger}}},
		{&api.Schema{Types: []api.Type{api.TypeNumber}}, lists.TextLike(numberText)},
		{&api.Schema{Types: []api.Type{api.TypeInteger}}, lists.TextLike(integerText)},
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
			list = append(list, lists.Constant(api.String(v.String())))
		case api.String:
			if n, ok := api.ParseNumber(string(v)); ok {
				list = append(list, lists.Constant(n))
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
		if r.solver.Find(lit(lists.Constant(pair[0])), lit(s)).Status == sets.Inhabited {
			list = append(list, lists.Constant(pair[1]))
		}
	}
	return list
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
	return lists.NotTypes(api.TypeNull, api.TypeArray, api.TypeObject)
}

// reading returns what s reads at a node.
func (w *walker) reading(s *api.Schema, text bool) *api.Schema {
	if !text || s == nil {
		return s
	}
	return w.reader.read(s)
}
