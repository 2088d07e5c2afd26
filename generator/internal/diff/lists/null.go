package lists

import "github.com/oas2go/oas2go/generator/internal/api"

// BesideNull returns the other one of two alternatives of which one is null.
func BesideNull(list []*api.Schema) *api.Schema {
	if len(list) != 2 {
		return nil
	}
	for i, s := range list {
		if OnlyNull(s) {
			return list[1-i]
		}
	}
	return nil
}

// OnlyNull reports whether a schema takes null alone.
func OnlyNull(s *api.Schema) bool {
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

// IsWrapper reports whether a schema only says that others apply.
func IsWrapper(s *api.Schema) bool {
	c := s.Compose
	switch {
	case s.Ref != nil:
		return true
	case c == nil || s.Types != nil || c.Not != nil || c.If != nil:
		return false
	}
	return !IsUnion(c.AnyOf) && !IsUnion(c.OneOf)
}

// IsUnion reports whether alternatives are a choice, not one schema or null.
func IsUnion(list []*api.Schema) bool { return len(list) > 1 && BesideNull(list) == nil }
