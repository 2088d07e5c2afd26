package schemas

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
)

// A shape is what a schema says about one value: all schemas that apply to it by $ref and allOf, without the wrappers that only
// add null. Moving a keyword from one of these parts to another does not change the shape.
type shape struct {
	schema *api.Schema   // whose shape it is
	parts  []*api.Schema // in the order of the document, each once
	unions []union       // of all parts, without those that only add null
	named  []string      // what names has found, nil before
	family bool          // it is of a base or an heir: its parts describe one object together
	closed *api.Schema   // what that says about other members: false, nil for nothing
	others int           // parts that apply because null does not: what stands beside "or null"
}

// A union is an anyOf or a oneOf of a part.
type union struct {
	keyword api.Keyword
	in      *api.Schema
	list    []*api.Schema
}

// maxParts keeps a document of nested allOf from taking the time of all its combinations.
const maxParts = 1000

// shapeOf returns the shape of a schema.
func shapeOf(s *api.Schema) *shape {
	sh := &shape{schema: s}
	sh.add(s)
	return sh
}

// shape returns the shape of a schema that is compared.
func (w *walker) shape(s *api.Schema) *shape {
	sh := shapeOf(s)
	family, closed := w.settings.Decided.In(s)
	if sh.family = family; closed {
		sh.closed = &api.Schema{Form: api.FormFalse, Pos: s.Pos}
	}
	return sh
}

// rest returns what a part says about members that it does not declare. In a hierarchy that is said of the whole.
func (sh *shape) rest(p *api.Schema) *api.Schema {
	if rest := p.Object.AdditionalProperties; !sh.family || rest == nil || rest.Form != api.FormFalse {
		return rest
	}
	return nil
}

func (sh *shape) add(s *api.Schema) {
	if s == nil || slices.Contains(sh.parts, s) || len(sh.parts) > maxParts {
		return
	}
	sh.parts = append(sh.parts, s)
	if s.Ref != nil && !s.Ref.Dynamic {
		sh.add(s.Ref.Target)
	}
	if s.Compose == nil {
		return
	}
	for _, part := range s.Compose.AllOf {
		sh.add(part)
	}
	for _, u := range []union{{api.KwAnyOf, s, s.Compose.AnyOf}, {api.KwOneOf, s, s.Compose.OneOf}} {
		if u.hasDiscriminator() && len(u.list) > 0 {
			sh.unions = append(sh.unions, u)
		} else if inner := lists.BesideNull(u.list); inner != nil {
			sh.others++
			sh.add(inner)
		} else if len(u.list) == 1 {
			sh.add(u.list[0])
		} else if u.list != nil {
			sh.unions = append(sh.unions, u)
		}
	}
}

// at returns the part that has a keyword, the schema itself if none has.
func (sh *shape) at(k api.Keyword) *api.Schema {
	for _, p := range sh.parts {
		if p.Written(k) != nil {
			return p
		}
	}
	return sh.schema
}

// has reports whether a part has a keyword.
func (sh *shape) has(k api.Keyword) bool { return sh.at(k).Written(k) != nil }

// core is the first part that is no mere reference or wrapper: where the keywords stand.
func (sh *shape) core() *api.Schema {
	for _, p := range sh.parts {
		if !lists.IsWrapper(p) {
			return p
		}
	}
	return sh.schema
}
