package tree

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
)

// Extensions returns the members that begin with x-.
func (o Object) Extensions() (list []api.Extension) {
	for i := range o.Node.Members {
		if m := &o.Node.Members[i]; IsExtension(m.Name) {
			list = append(list, api.Extension{Pos: o.KeyPos(m), Name: m.Name, Value: o.Reader.Value(o.Child(m.Name, m.Value))})
		}
	}
	return list
}

// IsExtension reports whether a member is one.
func IsExtension(name string) bool { return strings.HasPrefix(name, "x-") }

// goExtensions are the extensions that steer the generated code, each with the objects that it belongs to.
var goExtensions = []struct {
	name    string
	objects []*Fields
}{
	{"x-go-name", []*Fields{SchemaFields, OperationFields, ParameterFields}},
	{"x-go-new", []*Fields{SchemaFields}},
	{"x-go-tags", []*Fields{SchemaFields}},
	{"x-go-check", []*Fields{SchemaFields}},
	{"x-go-initialisms", []*Fields{DocumentFields}},
	{"x-go-client-option", []*Fields{ParameterFields}},
	{"x-go-signer", []*Fields{SchemeFields}},
	{Pagination, []*Fields{OperationFields}},
}

// Pagination is the extension that says how the pages of an operation follow each other.
const Pagination = "x-pagination"

// mayBeGo reports whether a name looks like that of an extension that steers the generated code.
func mayBeGo(name string) bool { return strings.HasPrefix(name, "x-go") || name == Pagination }

// CheckExtensions reports the members of an object that look as if they steered the generated code, and do not.
func (r *Reader) CheckExtensions(at Place, f *Fields) {
	for i := range at.Node.Members {
		if m := &at.Node.Members[i]; mayBeGo(m.Name) {
			r.CheckExtension(at.KeyPos(m), m.Name, f)
		}
	}
}

// CheckExtension is CheckExtensions for one name.
func (r *Reader) CheckExtension(pos diag.Pos, name string, f *Fields) {
	if !mayBeGo(name) {
		return
	}
	var names []string
	for _, known := range goExtensions {
		if known.name == name {
			r.misplaced(pos, name, f, known.objects)
			return
		}
		names = append(names, known.name)
	}
	switch hint := report.DidYouMean(name, names); {
	case hint != "":
		r.Warn(pos, diag.RuleExtension, "%q is not an extension of oas2go, and has no effect", name).Hint = hint
	case strings.HasPrefix(name, "x-go-"):
		r.Info(pos, diag.RuleExtension, "%q is not an extension of oas2go, and has no effect", name)
	}
}

// misplaced reports an extension that belongs to other objects.
func (r *Reader) misplaced(pos diag.Pos, name string, f *Fields, objects []*Fields) {
	if slices.ContainsFunc(objects, func(o *Fields) bool { return o.Object == f.Object }) {
		return
	}
	var places []string
	for _, o := range objects {
		places = append(places, o.Object)
	}
	r.Warn(pos, diag.RuleExtension, "%q has no effect in the %s", name, f.Object).Hint = "it belongs to the " + strings.Join(places, ", the ")
}
