package server

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// served builds what serves an operation.
func (b *Builder) served(o *operations.Operation, messages, calls []gomodel.Decl) *gomodel.Served {
	s := &gomodel.Served{Base: b.base(o), Security: b.security(o)}
	var defaults *gomodel.NewFunc
	var header *gomodel.HeaderType
	for _, d := range messages {
		switch d := d.(type) {
		case *gomodel.Params:
			s.Params = d
		case *gomodel.NewFunc:
			defaults = d
		case *gomodel.HeaderType:
			header = d
		}
	}
	for _, d := range calls {
		if call, ok := d.(*gomodel.Operation); ok {
			s.Calls = append(s.Calls, call)
		}
	}
	s.Name, s.From = method(b.Names.Method(o)), o.Op.Pos
	s.Request = b.request(o, s.Params, defaults)
	s.Response = b.response(o, s.Calls, header)
	s.Switch, s.SwitchOptional = switchOf(s)
	return s
}

// switchOf returns the boolean that chooses between a whole and a stream, nil for none.
func switchOf(s *gomodel.Served) (*gomodel.StreamSwitch, bool) {
	for _, call := range s.Calls {
		if len(call.Switches) == 0 {
			continue
		}
		x := &call.Switches[0]
		optional := slices.ContainsFunc(s.Params.Bodies, func(body *gomodel.BodyField) bool {
			return body.Name == x.Body && body.Hold.Box == gomodel.Pointing
		})
		return x, optional
	}
	return nil, false
}

func (b *Builder) response(o *operations.Operation, calls []*gomodel.Operation, header *gomodel.HeaderType) gomodel.ServedResponse {
	r := gomodel.ServedResponse{Headers: calls[0].Headers, Needed: calls[0].Needed}
	r.Success, r.Empty = successes(o)
	if header != nil {
		r.Set = &gomodel.HeaderSetter{Name: b.Names.SetHeader(o), Type: header, From: b.Names.Support("HeaderFrom")}
		service, _ := b.Names.Service(b.Operations)
		r.Set.Doc = gomodel.Doc{(&words.Text{}).Add(r.Set.Name+" sets the headers of a success of ").Link(b.Names.Own(service), false, b.Names.Method(o)).
			Add(", with the context of the method.").Spans}
	}
	r.Failures = b.failures(o, calls[0].Errors)
	for i, result := range o.Results {
		r.Contents = append(r.Contents, contents(result, calls[i])...)
	}
	return r
}

// successes returns the statuses of successes, those without range first, in the order of the document; and those of them without body.
func successes(o *operations.Operation) (list, empty []string) {
	has := slices.ContainsFunc(o.Op.Responses, func(e api.ResponseEntry) bool { return o.IsSuccess(e.Status) })
	add := func(is func(api.Status) bool) {
		for _, e := range o.Op.Responses {
			if !is(e.Status) || e.Use.Value == nil {
				continue
			}
			status := operations.StatusText(e.Status)
			list = append(list, status)
			if !o.HasBody(e) {
				empty = append(empty, status)
			}
		}
	}
	add(func(s api.Status) bool { return s > 99 && o.IsSuccess(s) })
	add(func(s api.Status) bool { return s.IsRange() && o.IsSuccess(s) })
	add(func(s api.Status) bool { return s == api.DefaultStatus && !has })
	if list == nil { // the document lists failures only
		list, empty = []string{"2XX"}, []string{"2XX"}
	}
	return list, empty
}

// contents returns the media types of a result, each with the method that gives it.
func contents(r *operations.Result, call *gomodel.Operation) (list []gomodel.ServedContent) {
	if _, none := call.Result.(gomodel.NoResult); none {
		return []gomodel.ServedContent{{Call: call}}
	}
	var cases []string
	if r.Union {
		for _, c := range r.Cases {
			cases = append(cases, c.Media)
		}
	}
	seen := map[string]bool{}
	for _, name := range r.Accept {
		if !seen[name] {
			list = append(list, gomodel.ServedContent{Media: name, Call: call, Cases: cases})
		}
		seen[name] = true
	}
	return list
}

// failures returns the bodies of failures with their media types, and the statuses that have none.
func (b *Builder) failures(o *operations.Operation, typed []gomodel.ErrorBody) (list []gomodel.ServedFailure) {
	for i, e := range typed {
		body := o.Failures.Bodies[i]
		list = append(list, gomodel.ServedFailure{Status: e.Status, Media: body.Media, Type: e.Type, Codec: e.Codec, Checks: e.Checks, Problem: b.problem(body)})
	}
	known := func(status string) bool {
		return slices.ContainsFunc(list, func(f gomodel.ServedFailure) bool { return f.Status == status })
	}
	for _, s := range o.Failures.Texts {
		if status := operations.StatusText(s); !known(status) {
			list = append(list, gomodel.ServedFailure{Status: status, Media: "text/plain", Problem: gomodel.NoProblem})
		}
	}
	good, _ := successes(o)
	for _, e := range o.Op.Responses {
		status := operations.StatusText(e.Status)
		if e.Use.Value != nil && !slices.Contains(good, status) && !known(status) && !isCovered(e, typed) {
			list = append(list, gomodel.ServedFailure{Status: status, Problem: gomodel.NoProblem})
		}
	}
	return list
}

// isCovered reports whether a failure has the body of a broader status: the types of such are planned once.
func isCovered(e api.ResponseEntry, typed []gomodel.ErrorBody) bool {
	status := operations.StatusText(e.Status)
	return len(e.Use.Value.Content) > 0 && slices.ContainsFunc(typed, func(t gomodel.ErrorBody) bool {
		return t.Status == "default" || strings.HasSuffix(t.Status, "XX") && t.Status[0] == status[0]
	})
}

// reportProblem says once that requests which break the document get another body than the document has.
func (b *Builder) reportProblem(o *operations.Operation, s *gomodel.Served) bool {
	for _, f := range s.Response.Failures {
		if f.Type == nil || f.Problem != gomodel.NoProblem || f.Status != "400" && f.Status != "4XX" && f.Status != "default" {
			continue
		}
		for _, body := range o.Failures.Bodies {
			if operations.StatusText(body.Status) == f.Status {
				b.Findings.Info(o.Op.Pos, diag.RuleNotGenerated, "a request that breaks the document gets application/problem+json, because the body of status %s is not a problem (RFC 9457)", f.Status).
					Hint = "HandlerOptions.Failed can give it the body of the document"
				return true
			}
		}
	}
	return false
}
