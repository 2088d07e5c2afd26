package schemas

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A shape is what a schema says about one value: all schemas that apply to it by $ref and allOf, without the wrappers that only
// add null. Moving a keyword from one of these parts to another does not change the shape.
type shape struct {
	schema *api.Schema   // whose shape it is
	parts  []*api.Schema // in the order of the document, each once
	unions []union       // of all parts, without those that only add null
	named  []string      // what names has found, nil before
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
		} else if inner := besideNull(u.list); inner != nil {
			sh.others++
			sh.add(inner)
		} else if len(u.list) == 1 {
			sh.add(u.list[0])
		} else if u.list != nil {
			sh.unions = append(sh.unions, u)
		}
	}
}

// besideNull returns the other one of two alternatives of which one is null.
func besideNull(list []*api.Schema) *api.Schema {
	if len(list) != 2 {
		return nil
	}
	for i, s := range list {
		if onlyNull(s) {
			return list[1-i]
		}
	}
	return nil
}

func onlyNull(s *api.Schema) bool {
	if len(s.Types) == 1 && s.Types[0] == api.TypeNull {
		return true
	}
	_, null := constOf(s).(api.Null)
	return null || len(s.Enum) == 1 && s.Enum[0].Value == api.Value(api.Null{})
}

func constOf(s *api.Schema) api.Value {
	if s.Const == nil {
		return nil
	}
	return s.Const.Value
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
		if !isWrapper(p) {
			return p
		}
	}
	return sh.schema
}

// isWrapper reports whether a schema only says that others apply.
func isWrapper(s *api.Schema) bool {
	c := s.Compose
	switch {
	case s.Ref != nil:
		return true
	case c == nil || s.Types != nil || c.Not != nil || c.If != nil:
		return false
	}
	return !isUnion(c.AnyOf) && !isUnion(c.OneOf)
}

// isUnion reports whether alternatives are a choice, not one schema or null.
func isUnion(list []*api.Schema) bool { return len(list) > 1 && besideNull(list) == nil }
