package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"

	"github.com/oas2go/oas2go/golden/conformance/caller"
	"github.com/oas2go/oas2go/golden/conformance/exchange"
	"github.com/oas2go/oas2go/golden/conformance/mutant"
)

// A probe is a request about which a handler and kin-openapi are asked.
type probe struct {
	call, kind string // kind says how it was changed, "" for not at all
	exchange.Request
	ours caller.Verdict
	kin  error
}

// An agreement is what the judges of some documents say.
type agreement struct {
	accepted, refused int // by both
	differences       []difference
	faults            []string // what no handler may answer
}

// A difference is a request about which the judges do not agree, and why. Without a reason nobody has explained it.
type difference struct {
	document, reason string
	*probe
}

// agreeAll asks handlers and kin-openapi about the requests of all calls, and about changed ones.
func agreeAll(ctx context.Context, list []*served, mutants int, seed uint64) (*agreement, error) {
	a := &agreement{}
	calls := countAll(list)[0]
	if calls == 0 {
		return a, nil
	}
	for i, s := range list {
		if s.problem != "" {
			continue
		}
		random := rand.New(rand.NewPCG(seed, uint64(i)))
		if err := s.agree(ctx, a, random, (mutants+calls-1)/calls); err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return a, nil
}

// agree asks about the requests of a document. Those on which the judges agree are changed, so many times each.
func (s *served) agree(ctx context.Context, a *agreement, random *rand.Rand, changes int) error {
	var unchanged []*probe
	for _, c := range s.calls {
		if q, ok := s.recorder.requests[[2]string{c.Method, "direct"}]; ok && s.judge.targets[c.Method].op != nil {
			unchanged = append(unchanged, &probe{call: c.Method, Request: q})
		}
	}
	router, _ := s.judge.newRouter() // without one, path and method stay
	if err := s.ask(ctx, unchanged, router); err != nil {
		return err
	}
	var changed []*probe
	for _, q := range unchanged {
		if a.count(s, q); !q.agreed() {
			continue
		}
		m := mutant.Mutator{Random: random, Headers: s.headersOf(q.call)}
		for range changes {
			r, kind := m.Change(q.Request)
			if router == nil && (r.Method != q.Method || pathOf(r.Target) != pathOf(q.Target)) {
				continue
			}
			changed = append(changed, &probe{call: q.call, kind: kind, Request: r})
		}
	}
	if err := s.ask(ctx, changed, router); err != nil {
		return err
	}
	for _, q := range changed {
		a.count(s, q)
	}
	return nil
}

func pathOf(target string) string {
	path, _, _ := strings.Cut(target, "?")
	return path
}

// headersOf lists the headers that are parameters of an operation.
func (s *served) headersOf(call string) (names []string) {
	t := s.judge.targets[call]
	for _, ref := range slices.Concat(t.item.Parameters, t.op.Parameters) {
		if ref.Value != nil && ref.Value.In == "header" {
			names = append(names, ref.Value.Name)
		}
	}
	return names
}

// ask gets the verdicts of both judges.
func (s *served) ask(ctx context.Context, list []*probe, router routers.Router) error {
	var in bytes.Buffer
	for _, q := range list {
		data, err := json.Marshal(caller.Request{Method: q.Method, Target: q.Target, Header: q.Header, Body: q.Body})
		if err != nil {
			return err
		}
		in.Write(data)
		if q.kin, err = s.kin(q, router); err != nil {
			return err
		}
	}
	cmd := exec.CommandContext(ctx, s.program, "judge")
	cmd.Stdin, cmd.Stderr = &in, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("the program that judges: %w", err)
	}
	verdicts := json.NewDecoder(bytes.NewReader(out))
	for _, q := range list {
		if err := verdicts.Decode(&q.ours); err != nil {
			return err
		}
	}
	return nil
}

// newRouter gives the router of kin-openapi, without the servers of the document.
func (j *requestJudge) newRouter() (routers.Router, error) {
	doc := *j.doc
	doc.Servers = nil
	return gorillamux.NewRouter(&doc)
}

// kin gives the verdict of kin-openapi. A request whose path or method was changed is routed by kin-openapi too.
func (s *served) kin(q *probe, router routers.Router) (verdict, err error) {
	copied := caller.Request{Method: q.Method, Target: q.Target, Header: q.Header, Body: q.Body}
	r, err := copied.HTTP()
	if err != nil {
		return nil, err
	}
	original := s.recorder.requests[[2]string{q.call, "direct"}]
	if router == nil || original.Method == q.Method && pathOf(original.Target) == pathOf(q.Target) {
		return s.judge.judge(r), nil
	}
	route, params, err := router.FindRoute(r)
	if err != nil {
		return err, nil
	}
	return s.judge.caught(func() error { return s.judge.validate(r, route, params) }), nil
}

// agreed reports whether both judges accept a request, or both refuse it.
func (q *probe) agreed() bool { return q.accepted() == (q.kin == nil) }

// accepted reports whether the handler accepts it: its service does nothing.
func (q *probe) accepted() bool { return q.ours.Status == http.StatusNotImplemented }

// refusals are the statuses of requests that break the document.
var refusals = []int{http.StatusBadRequest, http.StatusUnauthorized, http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusNotAcceptable, http.StatusUnsupportedMediaType}

// count notes what the judges say.
func (a *agreement) count(s *served, q *probe) {
	switch {
	case !q.accepted() && !slices.Contains(refusals, q.ours.Status):
		a.faults = append(a.faults, fmt.Sprintf("%s: %s %s: status %d, %.300s", s.name, q.Method, q.Target, q.ours.Status, q.ours.Body))
	case !q.agreed():
		a.differences = append(a.differences, difference{s.name, q.explained(), q})
	case q.accepted():
		a.accepted++
	default:
		a.refused++
	}
}

// print prints the counts, the reasons, and what has none.
func (a *agreement) print(w io.Writer, verbose bool) error {
	counts := map[string]int{}
	for _, d := range a.differences {
		counts[d.reason]++
	}
	fmt.Fprintf(w, "\n%d requests were judged: %d accepted by both, %d refused by both, %d judged differently\n",
		a.accepted+a.refused+len(a.differences)+len(a.faults), a.accepted, a.refused, len(a.differences))
	for _, reason := range byCount(counts) {
		fmt.Fprintf(w, "%6d %s\n", counts[reason], cmp.Or(reason, "WITHOUT A REASON"))
	}
	for _, d := range a.differences {
		if d.reason == "" || verbose {
			fmt.Fprintln(w, d.text())
		}
	}
	for _, f := range a.faults {
		fmt.Fprintln(w, "no such status is allowed: "+f)
	}
	if n := counts[""] + len(a.faults); n > 0 {
		return fmt.Errorf("%d requests are judged differently without a reason", n)
	}
	return nil
}

// text shows a difference.
func (d *difference) text() string {
	kin := "accepts"
	if d.kin != nil {
		kin = strings.Join(strings.Fields(d.kin.Error()), " ")
	}
	return fmt.Sprintf("%s: %s (%s): %s %.200s %s %.300q\n\tours: %d %.400s\n\tkin:  %.400s\n\tby:   %s", d.document, d.call, cmp.Or(d.kind, "as sent"), d.Method, d.Target,
		d.Header.Get("Content-Type"), d.Body, d.ours.Status, d.ours.Body, kin, cmp.Or(d.reason, "?"))
}
