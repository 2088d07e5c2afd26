package surface

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A family is names of support code that come and go together.
type family struct {
	names []string
	used  func(gomodel.Decl) bool // whether a declaration brings it
}

// families returns the support code that a package may have, in the order of reports.
func families() []family {
	return []family{
		{[]string{"Nullable", "NewNullable", "NewNull"}, func(d gomodel.Decl) bool { return slices.ContainsFunc(gomodel.DeclFields(d), isBoxed) }},
		{[]string{"Client", "NewClient", "CallError"}, func(d gomodel.Decl) bool { return callOf(d) != nil }},
		{clientNames(), hasCalls},
		{[]string{"RejectedToken"}, hasSource},
		{[]string{"WithRedirects"}, hasBytes},
		{[]string{"StreamEvent"}, namesEvents},
		{[]string{"WithLastEventID"}, hasEvents},
		{[]string{"APIError", "ErrorBody", "SentRequest"}, func(d gomodel.Decl) bool { _, ok := d.(*gomodel.Handler); return ok || hasCalls(d) }},
		{[]string{"WithIdleTimeout"}, isStream},
		{[]string{"FormFile"}, hasFiles},
		{[]string{"WebhookStatus", "WebhookOption", "StrictWebhook", "WithWebhookVerifier", "WithWebhookErrorHandler"}, func(d gomodel.Decl) bool { _, ok := d.(*gomodel.Webhook); return ok }},
		{[]string{"WithWebhookSigner"}, func(d gomodel.Decl) bool { _, ok := d.(*gomodel.Sender); return ok }},
		{[]string{"InvalidError", "Violation"}, isChecked},
		{serverNames(), func(d gomodel.Decl) bool { _, ok := d.(*gomodel.Handler); return ok }},
		{[]string{"LastEventID"}, servesStreams},
	}
}

func clientNames() []string {
	return []string{
		"Option", "Middleware", "OperationInfo", "OperationOf", "WithBaseURL", "WithHTTPClient", "WithHeader", "WithLogger",
		"WithMiddleware", "WithTimeout", "WithRetries", "WithRetryPolicy", "Attempt", "WithMaxResponse", "WithoutRequestValidation", "WithUnknownValues",
		"WithResponseValidation", "WithResponseInto", "WithZeroValues", "WithoutCredentialCheck", "DecodeError", "ErrNoBody",
	}
}

// serverNames are those that servers have and clients have not.
func serverNames() []string {
	return []string{
		"HandlerOptions", "Failure", "PanicError", "ErrForbidden", "Fail", "SetStatus", "HeaderFrom", "RequestFrom", "RequestIDFrom", "OperationFrom",
	}
}

// servesStreams reports whether a declaration serves streams, as a proxy does too.
func servesStreams(d gomodel.Decl) bool {
	switch d := d.(type) {
	case *gomodel.Service:
		return d.Served && d.Adapter != ""
	case *gomodel.Served:
		return slices.ContainsFunc(d.Response.Contents, func(c gomodel.ServedContent) bool {
			r, ok := c.Call.Result.(gomodel.SequenceResult)
			return ok && r.Events
		})
	}
	return false
}

// hasCalls reports whether a declaration brings what calls are made of, as options do.
func hasCalls(d gomodel.Decl) bool {
	switch d.(type) {
	case *gomodel.CredentialOption, *gomodel.ValueOption:
		return true
	}
	return callOf(d) != nil
}

// callOf returns the operation that a declaration calls, nil for none.
func callOf(d gomodel.Decl) *gomodel.Operation {
	switch d := d.(type) {
	case *gomodel.Operation:
		return d
	case *gomodel.Send:
		return &d.Operation
	}
	return nil
}

// hasSource reports whether a declaration has an option for a function that gives a credential.
func hasSource(d gomodel.Decl) bool {
	o, ok := d.(*gomodel.CredentialOption)
	return ok && o.Source != nil
}

// isChecked reports whether a declaration checks values. A type that only has another name for one of the standard library does not.
func isChecked(d gomodel.Decl) bool {
	switch d.(type) {
	case *gomodel.ServerURL, *gomodel.Alias, *gomodel.TextConstants:
		return false
	}
	return true
}

// hasBytes reports whether a declaration is a method that gives bytes, which redirects to other servers may bring.
func hasBytes(d gomodel.Decl) bool {
	o := callOf(d)
	if o == nil {
		return false
	}
	switch r := o.Result.(type) {
	case gomodel.ReaderResult:
		return true
	case gomodel.OneOfResult:
		return r.HasBytes()
	}
	return false
}

// isStream reports whether a declaration is a method that gives one item after the other.
func isStream(d gomodel.Decl) bool {
	o := callOf(d)
	if o == nil {
		return false
	}
	_, ok := o.Result.(gomodel.SequenceResult)
	return ok
}

func hasEvents(d gomodel.Decl) bool {
	o := callOf(d)
	if o == nil {
		return false
	}
	r, ok := o.Result.(gomodel.SequenceResult)
	return ok && r.Events
}

// namesEvents reports whether a declaration has the type of an event.
func namesEvents(d gomodel.Decl) bool {
	s, ok := d.(*gomodel.Service)
	return hasEvents(d) || ok && slices.ContainsFunc(s.Methods, func(m gomodel.ServiceMethod) bool { return hasEvents(m.Call) })
}

// hasFiles reports whether a declaration brings files of forms.
func hasFiles(d gomodel.Decl) bool {
	f, ok := d.(*gomodel.Form)
	return ok && slices.ContainsFunc(f.Fields, func(x gomodel.FormField) bool { return x.File != gomodel.NoFile })
}

func isBoxed(f *gomodel.Field) bool {
	return f.Hold.Box == gomodel.Boxed || f.Hold.Box == gomodel.BoxedPointer
}

// users returns the declarations that bring a family.
func (f family) users(p *gomodel.Package) (list []gomodel.Decl) {
	each(p, func(d gomodel.Decl) {
		if f.used(d) {
			list = append(list, d)
		}
	})
	return list
}

// Support returns the exported names of support code that a package has: what emit and render would bring, without printing it.
func Support(p *gomodel.Package) (names []string) {
	for _, f := range families() {
		if len(f.users(p)) > 0 {
			names = append(names, f.in(p)...)
		}
	}
	return append(names, p.Support...)
}

// in returns the names of a family in a package, which may call some otherwise.
func (f family) in(p *gomodel.Package) []string {
	names := slices.Clone(f.names)
	for i, name := range names {
		names[i] = cmp.Or(p.Renamed[name], name)
	}
	return names
}

// compareSupport returns the names of support code that are gone or new, with the places of the differences that are the reason.
func compareSupport(old, new *gomodel.Package, list []Difference) (out []Difference) {
	for _, f := range families() {
		was, is := f.users(old), f.users(new)
		switch {
		case len(was) > 0 && len(is) == 0:
			out = append(out, withdrawn(f.in(old), reasons(was, list, change.Gone)))
		case len(was) == 0 && len(is) > 0:
			out = append(out, brought(f.in(new), reasons(is, list, change.Added)))
		}
	}
	for _, name := range old.Support {
		if !slices.Contains(new.Support, name) {
			out = append(out, withdrawn([]string{name}, nil))
		}
	}
	for _, name := range new.Support {
		if !slices.Contains(old.Support, name) {
			out = append(out, brought([]string{name}, nil))
		}
	}
	return out
}

func withdrawn(names []string, why []Place) Difference {
	note := "no other place needs them"
	if len(names) == 1 {
		note = "no other place needs it"
	}
	return Difference{Name: change.Name{Kind: change.Gone, Name: strings.Join(names, ", "), Note: note}, Breaks: true, Through: why}
}

func brought(names []string, why []Place) Difference {
	return Difference{Name: change.Name{Kind: change.Added, Name: strings.Join(names, ", "), New: "support code"}, Through: why}
}

// reasons returns the places of the differences at the users of a family on the side where it is used.
func reasons(users []gomodel.Decl, list []Difference, kind change.NameKind) (places []Place) {
	at := map[string]bool{}
	for _, d := range users {
		at[d.Common().From.Address()] = true
		for _, f := range gomodel.DeclFields(d) {
			if isBoxed(f) {
				at[f.From.Address()] = true
			}
		}
	}
	for _, d := range list {
		side := d.Old
		if kind == change.Added {
			side = d.New
		}
		if side.File != nil && at[side.Address()] {
			places = addPlace(places, Place{d.Old, d.New})
		}
	}
	return places
}
