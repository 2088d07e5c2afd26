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

// problem puts the status into a problem that is made up, if the schema allows it. One that the document gives as a whole stays.
func (m *Maker) problem(s *api.Schema, way change.Direction, v api.Value) api.Value {
	object, isObject := v.(api.Object)
	if m.response.status == 0 || !isObject || m.isGiven(s) || !m.isProblem(s) {
		return v
	}
	had, has := object.Get("status")
	if _, isNumber := had.(api.Number); !has || !isNumber {
		return v
	}
	if named := withMember(object, "status", api.Int(int64(m.response.status))); m.valid(s, way, named) {
		return named
	}
	return v
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
func (m *Maker) isProblem(s *api.Schema) bool {
	if wire.BaseType(m.response.mediaType) == "application/problem+json" {
		return true
	}
	var names []string
	for _, part := range (&composer{}).parts(s, 0) {
		if part.Object != nil {
			for _, p := range part.Object.Properties {
				names = append(names, p.Name)
			}
		}
	}
	for _, name := range []string{"type", "title", "status", "detail"} {
		if !slices.Contains(names, name) {
			return false
		}
	}
	return true
}
