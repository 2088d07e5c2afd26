package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/golden/conformance/caller"
	"github.com/oas2go/oas2go/golden/conformance/exchange"
)

// A served is a document whose operations are called directly, and through a handler of the generated server.
type served struct {
	*spec
	judge    *requestJudge
	program  string
	recorder *recorder
}

// servers makes each call of documents twice, and compares: from a client to a recording server, and from a client through the handler
// of a generated server, which asks another client, to the recording server. Then requests that programs change are judged by the
// handlers and by kin-openapi.
func servers(ctx context.Context, o options) error {
	dir, drop, err := scratchFolder(o.keep)
	if err != nil {
		return err
	}
	defer drop()
	m, err := newModule(ctx, dir)
	if err != nil {
		return err
	}
	specs, err := requestSpecs(m, o.requests, o.largest)
	if err != nil {
		return err
	}
	var list []*served
	for i, s := range specs {
		s.pkg = fmt.Sprintf("api%d", i)
		v := &served{spec: s}
		if err := m.tryServer(ctx, v); err != nil {
			s.problem = err.Error()
		}
		fmt.Fprintf(os.Stderr, "%s: %s\n", s.name, s.summary())
		list = append(list, v)
	}
	agreed, err := agreeAll(ctx, list, o.mutants, o.random.seed)
	if err != nil {
		return err
	}
	return errors.Join(printServers(os.Stdout, list, o.verbose), agreed.print(os.Stdout, o.verbose))
}

// tryServer generates a package with client and server, compiles a program that makes all calls, and runs it.
func (m *module) tryServer(ctx context.Context, s *served) error {
	config := generator.Config{Spec: s.path, Package: s.pkg, Lenient: true, ImportPath: modulePath + "/" + s.pkg,
		Parts: []generator.Part{generator.PartServer, generator.PartTests}}
	result, err := generator.Generate(ctx, config)
	if err != nil {
		return fmt.Errorf("not generated: %s", firstError(findingsOf(result)))
	}
	if s.judge, err = newRequestJudge(s.path); err != nil {
		return fmt.Errorf("kin-openapi does not take it: %.150s", firstLine(err.Error()))
	}
	s.judge.secured = credentialIsThere
	server := newProgramServer(result.Package)
	if server == nil {
		return fmt.Errorf("it has no operation to call")
	}
	given, err := readExamples(result.Package, result.Files)
	if err != nil {
		return err
	}
	s.calls = planCalls(result.Package, s.judge, given)
	if s.program, err = m.buildCaller(ctx, s.spec, result, server); err != nil {
		return err
	}
	err = s.callTwice(ctx)
	s.explain(result.Findings, s.judge.targets)
	return err
}

// newProgramServer finds the names of a server, nil if the package has none.
func newProgramServer(model *gomodel.Package) *programServer {
	p := &programServer{}
	for _, f := range model.Files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *gomodel.Handler:
				p.Handler = d
			case *gomodel.Service:
				p.Adapter = d.Adapter
			case *gomodel.CredentialOption:
				if text := credential(d); text != "" {
					p.Credentials = append(p.Credentials, text)
				}
				p.Certificate = p.Certificate || d.Kind == gomodel.CredentialCert
			}
		}
	}
	if p.Handler == nil {
		return nil
	}
	return p
}

// credential is an option with a credential. A certificate is none: the handler is given it.
func credential(o *gomodel.CredentialOption) string {
	switch o.Kind {
	case gomodel.CredentialKey, gomodel.CredentialBearer:
		return fmt.Sprintf("api.%s(%q)", o.Name, "secret")
	case gomodel.CredentialBasic:
		return fmt.Sprintf("api.%s(%q, %q)", o.Name, "user", "secret")
	case gomodel.CredentialSigner:
		return fmt.Sprintf(`api.%s(func(r *http.Request, _ []byte) error { r.Header.Set("Authorization", "Signed"); return nil })`, o.Name)
	}
	return ""
}

// A recorder is a server that keeps requests and gives the response of the call that they belong to.
type recorder struct {
	mutex    sync.Mutex
	requests map[[2]string]exchange.Request // by call and way
}

func (s *served) record(w http.ResponseWriter, r *http.Request) {
	call := r.Header.Get("X-Called")
	q, err := exchange.Record(r)
	i := slices.IndexFunc(s.calls, func(c *apiCall) bool { return c.Method == call })
	if err != nil || i < 0 {
		http.Error(w, "unknown", http.StatusTeapot)
		return
	}
	s.recorder.mutex.Lock()
	s.recorder.requests[[2]string{call, r.Header.Get("X-Via")}] = q
	s.recorder.mutex.Unlock()
	s.calls[i].response.write(w)
}

// callTwice runs the program that makes all calls, and notes what came of each.
func (s *served) callTwice(ctx context.Context) error {
	s.recorder = &recorder{requests: map[[2]string]exchange.Request{}}
	server := httptest.NewServer(http.HandlerFunc(s.record))
	defer server.Close()
	var complaints strings.Builder
	cmd := exec.CommandContext(ctx, s.program, server.URL)
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("the program that calls: %w: %.2000s", err, complaints.String())
	}
	reports, err := readReports(out)
	if err != nil {
		return err
	}
	for _, c := range s.calls {
		if c.skip == "" {
			c.result, c.skip = s.compare(c, reports[c.Method])
		}
	}
	return nil
}

// compare says what differs between both ways of a call, or why it was not made.
func (s *served) compare(c *apiCall, r *caller.Report) (difference, skip string) {
	if r == nil || r.Proxied == nil {
		return "it was not called", ""
	}
	direct, sent := s.recorder.requests[[2]string{c.Method, "direct"}]
	proxied, passed := s.recorder.requests[[2]string{c.Method, "proxied"}]
	if !sent {
		c.detail = r.Direct.Error
		return "", "the client refuses a value that two other validators accept"
	}
	c.kept = r.KeepFiles
	if !passed && strings.Contains(r.Proxied.Error, "HTTP 401") && s.isUndeclared(direct) {
		return "", "the security scheme is not declared"
	}
	if !passed && strings.Contains(r.Proxied.Error, "the body is encoded as") {
		return "", "the value of a header says a coding that the body does not have"
	}
	if !passed {
		return fmt.Sprintf("not passed on: %s %s", r.Proxied.Error, r.Proxied.Log), ""
	}
	if text := exchange.Requests(direct, proxied, "X-Via"); text != "" {
		return "request: " + text, ""
	}
	if c.failure != "" {
		return s.compareFailure(c, r), ""
	}
	text := exchange.Outcomes(r.Direct, r.Proxied, s.documentedHeaders(c))
	if text != "" && r.Direct.Error != "" { // the client does not take the response
		c.detail = r.Direct.Error
		return "", "the client refuses a response that two other validators accept"
	}
	if text != "" {
		text = "response: " + text + " " + r.Proxied.Error + " " + r.Proxied.Log
	}
	return text, ""
}

// isUndeclared reports whether kin-openapi misses the security scheme of a request.
func (s *served) isUndeclared(q exchange.Request) bool {
	r, err := (&caller.Request{Method: q.Method, Target: q.Target, Header: q.Header, Body: q.Body}).HTTP()
	if err != nil {
		return false
	}
	err = s.judge.judge(r)
	return err != nil && strings.Contains(err.Error(), "is not declared")
}

// compareFailure compares what is there when a success cannot be made: the failure that stands for it is passed on if the document has
// it, else it is a bad gateway.
func (s *served) compareFailure(c *apiCall, r *caller.Report) string {
	if r.Direct.Status != http.StatusInternalServerError || !slices.Contains([]int{http.StatusInternalServerError, http.StatusBadGateway}, r.Proxied.Status) {
		return fmt.Sprintf("failure: %d %s, %d %s %s", r.Direct.Status, r.Direct.Error, r.Proxied.Status, r.Proxied.Error, r.Proxied.Log)
	}
	return ""
}

// documentedHeaders lists the headers of the response of a call.
func (s *served) documentedHeaders(c *apiCall) []string {
	var names []string
	if c.response.status != http.StatusNoContent { // some documents give that a media type
		names = append(names, "Content-Type")
	}
	op := s.judge.targets[c.Method].op
	if op == nil {
		return names
	}
	responses := op.Responses
	for _, status := range []string{fmt.Sprint(c.response.status), fmt.Sprintf("%dXX", c.response.status/100), "default"} {
		if ref := responses.Value(status); ref != nil && ref.Value != nil {
			return append(names, slices.Sorted(maps.Keys(ref.Value.Headers))...)
		}
	}
	return names
}

// count returns how many calls were equal, different and not made.
func countAll(list []*served) (n [3]int) {
	for _, s := range list {
		for i, k := range s.count() {
			n[i] += k
		}
	}
	return n
}

// failedResponses counts the reasons why a call had a failure as its response.
func failedResponses(list []*served) map[string]int {
	counts := map[string]int{}
	for _, s := range list {
		for _, c := range s.calls {
			if c.skip == "" && c.failure != "" {
				counts[c.failure]++
			}
		}
	}
	return counts
}

// byCount gives the keys of counts, the largest first.
func byCount(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
}
