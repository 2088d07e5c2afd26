package tree

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// An Entry is a member of a map, with the position of its key.
type Entry struct {
	Name string
	Key  diag.Pos
	Place
}

// An Object is a cursor on an object with fixed fields: it hands them out with the types that they must have.
type Object struct {
	Reader *Reader
	Place
	Fields *Fields
}

// Open returns the object at a place. It reports unknown and missing keys; ok is false if the value is no object.
func (r *Reader) Open(at Place, f *Fields) (o Object, ok bool) {
	o = Object{Reader: r, Place: at, Fields: f}
	r.ReadAs(at.Node, f)
	if at.Node.Kind != source.Object {
		switch {
		case !f.NeedsAny() && r.IsEmpty(at, "an object"):
		case f.isNote:
			r.Warn(at.Pos(), diag.RuleType, "%s must be an object, not %s; it is ignored", Label(at.Path), WithArticle(at.Node.Kind))
		default:
			r.WrongType(at, "an object")
		}
		return o, false
	}
	o.unknown(o.missing())
	r.CheckExtensions(at, f)
	return o, true
}

// OpenPatterned opens an object whose keys are free.
func (r *Reader) OpenPatterned(at Place, f *Fields) (o Object, ok bool) {
	r.ReadAs(at.Node, f)
	if at.Node.Kind != source.Object {
		if !r.IsEmpty(at, "an object") {
			r.WrongType(at, "an object")
		}
		return o, false
	}
	r.CheckExtensions(at, f)
	return Object{Reader: r, Place: at, Fields: f}, true
}

// Patterned returns the members that are no extensions.
func (o Object) Patterned() (list []Entry) {
	for i := range o.Node.Members {
		if m := &o.Node.Members[i]; !IsExtension(m.Name) {
			key := o.KeyPos(m)
			list = append(list, Entry{Name: m.Name, Key: key, Place: Place{Node: m.Value, Path: key.Path, Resource: o.Resource}})
		}
	}
	return list
}

// Member returns the value of a field of this version.
func (o Object) Member(name string) (Place, bool) {
	m := o.Node.Member(name)
	if m == nil || o.Reader.Before(o.Fields.Find(name).Since) {
		return Place{}, false
	}
	return o.Child(name, m.Value), true
}

// Has reports whether a field is given and not null.
func (o Object) Has(name string) bool {
	at, ok := o.Member(name)
	return ok && at.Node.Kind != source.Null
}

// Text returns a string, "" if the field is absent.
func (o Object) Text(name string) (s string) {
	if at, ok := o.Member(name); ok {
		s, _ = o.Reader.Text(at)
	}
	return s
}

// Note returns a text that only people read.
func (o Object) Note(name string) (s string) {
	if at, ok := o.Member(name); ok {
		s, _ = o.Reader.Note(at)
	}
	return s
}

// Flag returns a boolean, false if the field is absent.
func (o Object) Flag(name string) (b bool) {
	if at, ok := o.Member(name); ok {
		b, _ = o.Reader.Flag(at)
	}
	return b
}

// Value returns any JSON value, nil if the field is absent.
func (o Object) Value(name string) api.Value {
	if at, ok := o.Member(name); ok {
		return o.Reader.Value(at)
	}
	return nil
}

// Items returns the elements of an array.
func (o Object) Items(name string) []Place {
	if at, ok := o.Member(name); ok {
		return o.Reader.Elements(at)
	}
	return nil
}

// Entries returns the members of a map.
func (o Object) Entries(name string) []Entry {
	if at, ok := o.Member(name); ok {
		return o.Reader.Entries(at)
	}
	return nil
}

// Texts returns a list of strings.
func (o Object) Texts(name string) (list []string) {
	for _, at := range o.Items(name) {
		if s, ok := o.Reader.Text(at); ok {
			list = append(list, s)
		}
	}
	return list
}

// Named reads a map whose entries are no references.
func Named[T any](o Object, name string, read func(Place) T) []api.Named[T] {
	entries := o.Entries(name)
	list := make([]api.Named[T], len(entries))
	for i, e := range entries {
		list[i] = api.Named[T]{Name: e.Name, Pos: e.Key, Value: read(e.Place)}
	}
	return list
}

// missing reports required fields that are absent and whether there are any.
func (o Object) missing() (any bool) {
	for _, f := range o.Fields.list {
		if f.need == optional || o.Reader.Before(f.Since) || o.Node.Member(f.Name) != nil {
			continue
		}
		if f.need == wanted {
			o.Reader.Warn(o.Pos(), diag.RuleMissing, "the %s needs %q", o.Fields.Object, f.Name)
			continue
		}
		any = true
		o.Reader.Fail(o.Pos(), diag.RuleMissing, "the %s needs %q", o.Fields.Object, f.Name)
	}
	return any
}

// unknown reports keys that the object does not have. One of them is probably the misspelled one if a required key is missing. A
// reference that nobody follows is an error: all that it leads to would be lost.
func (o Object) unknown(missing bool) {
	for i := range o.Node.Members {
		m := &o.Node.Members[i]
		f := o.Fields.Find(m.Name)
		if IsExtension(m.Name) || f != nil && !o.Reader.Before(f.Since) {
			continue
		}
		if f != nil {
			o.Reader.Later(o.KeyPos(m), m.Name, f.Since)
			continue
		}
		complain := o.Reader.Warn
		if missing || m.Name == "$ref" {
			complain = o.Reader.Fail
		}
		finding := complain(o.KeyPos(m), diag.RuleUnknownKey, "unknown key %q in the %s", m.Name, o.Fields.Object)
		finding.Hint = report.DidYouMean(m.Name, o.Fields.Names(o.Reader.Version.Minor))
		finding.Loses = finding.Hint != ""
	}
}
