package tree

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// WrongType reports a value of the wrong JSON type; want has an article.
func (r *Reader) WrongType(at Place, want string) *diag.Finding {
	return r.Fail(at.Pos(), diag.RuleType, "%s must be %s, not %s", Label(at.Path), want, WithArticle(at.Node.Kind))
}

// IsNull reports a null where a value is wanted: it counts as absent, which is what an empty value in YAML means.
func (r *Reader) IsNull(at Place, want string) bool {
	if at.Node.Kind != source.Null {
		return false
	}
	r.Warn(at.Pos(), diag.RuleType, "%s must be %s, not null; it counts as absent", Label(at.Path), want)
	return true
}

// IsEmpty is [Reader.IsNull] for what was given a name: it cannot be absent.
func (r *Reader) IsEmpty(at Place, want string) bool {
	if at.Node.Kind != source.Null {
		return false
	}
	r.Warn(at.Pos(), diag.RuleType, "%s must be %s, not null; it is read as {}", Label(at.Path), want)
	return true
}

// Text returns a string. Numbers and booleans are strings whose quotes were forgotten: version: 1.10.
func (r *Reader) Text(at Place) (s string, ok bool) {
	switch at.Node.Kind {
	case source.String:
		return at.Node.Text, true
	case source.Number, source.Bool:
		r.Warn(at.Pos(), diag.RuleType, "%s must be a string, not %s; it is read as %q", Label(at.Path), WithArticle(at.Node.Kind),
			at.Node.Text).Hint = "put it in quotes"
		return at.Node.Text, true
	}
	if !r.IsNull(at, "a string") {
		r.WrongType(at, "a string")
	}
	return "", false
}

// Note is [Reader.Text] for what only people read: whatever else is there does no harm.
func (r *Reader) Note(at Place) (s string, ok bool) {
	if k := at.Node.Kind; k == source.Array || k == source.Object {
		r.Warn(at.Pos(), diag.RuleType, "%s must be a string, not %s; it is ignored", Label(at.Path), WithArticle(k))
		return "", false
	}
	return r.Text(at)
}

// Flag returns a boolean.
func (r *Reader) Flag(at Place) (b, ok bool) {
	if at.Node.Kind == source.Bool {
		return at.Node.Text == "true", true
	}
	if !r.IsNull(at, "a boolean") {
		f := r.WrongType(at, "a boolean")
		if at.Node.Kind == source.String && (at.Node.Text == "true" || at.Node.Text == "false") {
			f.Hint = "remove the quotes"
		}
	}
	return false, false
}

// Number returns a number with all its digits.
func (r *Reader) Number(at Place) (n *api.Number, ok bool) {
	if at.Node.Kind != source.Number {
		if r.IsNull(at, "a number") {
			return nil, false
		}
		f := r.WrongType(at, "a number")
		if _, ok := api.ParseNumber(at.Node.Text); ok {
			f.Hint = "remove the quotes"
		}
		return nil, false
	}
	v, ok := r.exactNumber(at)
	return &v, ok
}

// Count returns a limit of a length: a whole number that is not negative. Validation 6.3.1 and others.
func (r *Reader) Count(at Place) (n *api.Number, ok bool) {
	n, ok = r.Number(at)
	if ok && (n.Sign() < 0 || !n.IsInteger()) {
		r.Fail(at.Pos(), diag.RuleValue, "%s must be a whole number that is not negative, not %s", Label(at.Path), n)
		return nil, false
	}
	return n, ok
}

func (r *Reader) exactNumber(at Place) (api.Number, bool) {
	n, ok := api.ParseNumber(at.Node.Text)
	if !ok {
		r.Fail(at.Pos(), diag.RuleValue, "the number %.40s is too large to be read", at.Node.Text)
	}
	return n, ok
}

// Elements returns the places of the elements of an array.
func (r *Reader) Elements(at Place) []Place {
	if at.Node.Kind != source.Array {
		if !r.IsNull(at, "an array") {
			r.WrongType(at, "an array")
		}
		return nil
	}
	list := make([]Place, len(at.Node.Items))
	for i, n := range at.Node.Items {
		list[i] = at.Child(strconv.Itoa(i), n)
	}
	return list
}

// Entries returns the members of a map.
func (r *Reader) Entries(at Place) []Entry {
	if at.Node.Kind != source.Object {
		if !r.IsNull(at, "an object") {
			r.WrongType(at, "an object")
		}
		return nil
	}
	if r.objects[at.Node] == "" {
		r.objects[at.Node] = aMap
	}
	list := make([]Entry, len(at.Node.Members))
	for i := range at.Node.Members {
		m := &at.Node.Members[i]
		list[i] = Entry{Name: m.Name, Key: at.KeyPos(m), Place: at.Child(m.Name, m.Value)}
		list[i].Path = list[i].Key.Path
	}
	return list
}

// Value returns any JSON value.
func (r *Reader) Value(at Place) api.Value {
	switch n := at.Node; n.Kind {
	case source.Bool:
		return api.Bool(n.Text == "true")
	case source.Number:
		v, _ := r.exactNumber(at)
		return v
	case source.String:
		return api.String(n.Text)
	case source.Array:
		list := make(api.Array, len(n.Items))
		for i, item := range n.Items {
			list[i] = r.Value(at.Child(strconv.Itoa(i), item))
		}
		return list
	case source.Object:
		members := make(api.Object, len(n.Members))
		for i := range n.Members {
			m := &n.Members[i]
			members[i] = api.Member{Name: m.Name, Value: r.Value(at.Child(m.Name, m.Value))}
		}
		return members
	}
	return api.Null{}
}

// Literal returns a value with its position.
func (r *Reader) Literal(at Place) api.Literal {
	return api.Literal{Pos: at.Pos(), Value: r.Value(at)}
}
