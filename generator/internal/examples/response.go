package examples

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
)

// MostOfResponse is how many values of one response are shown.
const MostOfResponse = 3

// A response is what values are made for.
type response struct {
	status    int // 0: for none
	mediaType string
}

// ForResponse returns a maker of bodies with a media type, in responses with a status: a problem that is made up (RFC 9457) names this
// status.
func (m *Maker) ForResponse(status int, mediaType string) *Maker {
	other := *m
	other.response = response{status, mediaType}
	return &other
}

// problem puts the status into a problem that is made up, if the schema allows it. One that the document gives as a whole stays. The problem
// may be inside of an envelope.
func (m *Maker) problem(s *api.Schema, way change.Direction, v api.Value) api.Value {
	if m.response.status == 0 {
		return v
	}
	if named, ok := m.named(s, v, 0); ok && m.valid(s, way, named) {
		return named
	}
	return v
}

// maxEnvelopes is how deep a problem may be inside of others.
const maxEnvelopes = 3

// named returns a value with the status in the problem that it is or has, and whether it has one.
func (m *Maker) named(s *api.Schema, v api.Value, depth int) (api.Value, bool) {
	object, isObject := v.(api.Object)
	if !isObject || depth > maxEnvelopes || m.isGiven(s) {
		return v, false
	}
	if m.isProblem(s, depth) {
		had, _ := object.Get("status")
		if _, isNumber := had.(api.Number); isNumber {
			return withMember(object, "status", api.Int(int64(m.response.status))), true
		}
	}
	for _, p := range propertiesOf(s) {
		if member, there := object.Get(p.Name); there {
			if inner, ok := m.named(p.Value, member, depth+1); ok {
				return withMember(object, p.Name, inner), true
			}
		}
	}
	return v, false
}

// propertiesOf returns the properties of a schema and of its parts.
func propertiesOf(s *api.Schema) (list []api.Named[*api.Schema]) {
	for _, part := range (&composer{}).parts(s, 0) {
		if part.Object != nil {
			list = append(list, part.Object.Properties...)
		}
	}
	return list
}

// isGiven reports whether a schema, or what it refers to, has an example of the whole.
func (m *Maker) isGiven(s *api.Schema) bool {
	for range maxDepth {
		if own(s) != nil {
			return true
		}
		if s.Ref == nil || s.Ref.Target == nil {
			return false
		}
		s = s.Ref.Target
	}
	return false
}

// isProblem reports whether an object is a problem: by its media type, or by its members.
func (m *Maker) isProblem(s *api.Schema, depth int) bool {
	if depth == 0 && wire.BaseType(m.response.mediaType) == "application/problem+json" {
		return true
	}
	var names []string
	for _, p := range propertiesOf(s) {
		names = append(names, p.Name)
	}
	for _, name := range []string{"type", "title", "status", "detail"} {
		if !slices.Contains(names, name) {
			return false
		}
	}
	return true
}
