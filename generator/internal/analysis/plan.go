package analysis

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

func StringList(v api.Value) (list []string) {
	values, _ := v.(api.Array)
	for _, e := range values {
		if s, ok := e.(api.String); ok {
			list = append(list, string(s))
		}
	}
	return list
}

// Judged reports whether a schema without Go type has anything to judge.
func (a *Analysis) Judged(s *api.Schema) bool {
	return s != nil && (s.Form == api.FormFalse || s.Form == api.FormObject && Asserted(s).Minus(a.Idle(s)) != (Keywords{}))
}
