package support

import (
	"cmp"
	"errors"
	"net/http"
	"strconv"
)

// problem writes the default body (RFC 9457). Violations are its member errors.
func (f *Failure) problem(w *jsonWriter, kind problemKind) {
	start := w.beginObject()
	w.key(`,"type":`).string("about:blank")
	w.key(`,"title":`).string(cmp.Or(http.StatusText(f.Status), "Failure"))
	w.key(`,"status":`).int64(int64(f.Status))
	if f.public {
		w.key(`,"detail":`).string(f.detail(kind))
	}
	if kind != closedProblem {
		w.key(`,"request_id":`).string(f.RequestID)
		if bad, ok := errors.AsType[*InvalidError](f.Err); ok && f.public {
			w.key(`,"errors":`).list(len(bad.Violations), func(i int) { bad.Violations[i].problem(w) })
		}
	}
	w.endObject(start)
}

// detail tells the client what is wrong. The list of violations is a member of its own, if there is a place for it.
func (f *Failure) detail(kind problemKind) string {
	bad, invalid := errors.AsType[*InvalidError](f.Err)
	switch {
	case invalid && kind != closedProblem:
		return "the request is not valid"
	case invalid && len(bad.Violations) > 1:
		return bad.Violations[0].String() + " and " + strconv.Itoa(len(bad.Violations)-1) + " more"
	case invalid:
		return bad.Violations[0].String()
	}
	return f.Err.Error()
}

func (v *Violation) problem(w *jsonWriter) {
	start := w.beginObject()
	w.key(`,"detail":`).string(v.String())
	w.key(`,"in":`).string(v.In)
	w.key(`,"pointer":`).string(v.Pointer)
	w.key(`,"rule":`).string(v.Rule)
	w.endObject(start)
}
