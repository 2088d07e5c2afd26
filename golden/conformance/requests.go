package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/golden/documents"
)

// A spec is a document whose operations are called.
type spec struct {
	name, path, pkg string
	calls           []*apiCall
	problem         string // why nothing could be called
}

// An apiCall is one call of a generated client.
type apiCall struct {
	Method   string   // of the client
	request  string   // how the server knows it: GET /pets/{id}
	sources  []string // of the call: the next one counts if the client refuses the values of one
	skip     string   // why it is not made, or why its verdict says nothing
	detail   string   // that verdict
	response response // of the server
	failure  string   // why the response is a failure, which the client must report
	kept     bool     // the server had to keep the files of a form
	result   string   // what came of it, "" for success
}

// requests calls every operation of documents through generated clients. A server behind kin-openapi's openapi3filter judges what is
// sent, and gives an example of what the document describes, which the client must read.
func requests(ctx context.Context, o options) error {
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
	for i, s := range specs {
		s.pkg = fmt.Sprintf("api%d", i)
		if err := m.tryRequests(ctx, s); err != nil {
			s.problem = err.Error()
		}
		fmt.Fprintf(os.Stderr, "%s: %s\n", s.name, s.summary())
	}
	return printRequests(specs, o.verbose)
}

// requestSpecs returns the documents of a folder, or those of the golden cases if it is "golden".
func requestSpecs(m *module, folder string, largest int64) (specs []*spec, err error) {
	var list []documents.Document
	if folder == "golden" {
		list, err = documents.Cases(filepath.Join(m.Root, "golden", "cases"), filepath.Join(m.Dir, "specs"))
	} else {
		list, err = documents.Folder(folder, largest)
	}
	if err != nil {
		return nil, err
	}
	for _, d := range list {
		specs = append(specs, &spec{name: d.Name, path: d.Path})
	}
	if specs == nil {
		return nil, fmt.Errorf("there is no document in %s", folder)
	}
	return specs, nil
}

// tryRequests generates a client, compiles a program that calls all operations, and runs it against a server.
func (m *module) tryRequests(ctx context.Context, s *spec) error {
	result, err := generator.Generate(ctx, generator.Config{Spec: s.path, Package: s.pkg, Lenient: true})
	if err != nil {
		return fmt.Errorf("not generated: %s", firstError(findingsOf(result)))
	}
	judge, err := newRequestJudge(s.path)
	if err != nil {
		return fmt.Errorf("kin-openapi does not take it: %.150s", firstLine(err.Error()))
	}
	s.calls = planCalls(result.Package, judge, nil)
	if !slices.ContainsFunc(s.calls, func(c *apiCall) bool { return c.skip == "" }) {
		return fmt.Errorf("it has no operation to call")
	}
	program, err := m.buildCaller(ctx, s, result, nil)
	if err != nil {
		return err
	}
	err = judge.serve(ctx, s, program)
	s.explain(result.Findings, judge.targets)
	return err
}

func findingsOf(r *generator.Result) []diagFinding {
	if r == nil {
		return nil
	}
	return r.Findings
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// summary counts what came of the calls.
func (s *spec) summary() string {
	if s.problem != "" {
		return s.problem
	}
	n := s.count()
	return fmt.Sprintf("%d calls, %d fine, %d skipped", len(s.calls), n[0], n[2])
}

// count returns how many calls were fine, wrong and skipped.
func (s *spec) count() (n [3]int) {
	for _, c := range s.calls {
		switch {
		case c.skip != "":
			n[2]++
		case c.result == "":
			n[0]++
		default:
			n[1]++
		}
	}
	return n
}

// failures counts the calls that were fine and got a failure.
func (s *spec) failures() (n int) {
	for _, c := range s.calls {
		if c.failure != "" && c.skip == "" && c.result == "" {
			n++
		}
	}
	return n
}

// printRequests prints a table and a line in total; it fails if a call was wrong.
func printRequests(specs []*spec, verbose bool) error {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "document\tcalls\tfine\twrong\tskipped\t")
	var total [3]int
	failures := 0
	for _, s := range specs {
		failures += s.failures()
		n := s.count()
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%s\n", s.name, len(s.calls), n[0], n[1], n[2], s.problem)
		for i := range n {
			total[i] += n[i]
		}
	}
	w.Flush()
	for _, s := range specs {
		for _, c := range s.calls {
			switch {
			case c.result != "" || c.skip != "" && verbose:
				fmt.Printf("%s: %s, %s: %s%s\n", s.name, c.Method, c.request, c.result, c.skip)
				if c.detail != "" {
					fmt.Printf("\t%.300s\n", strings.Join(strings.Fields(c.detail), " "))
				}
			case c.failure != "" && verbose:
				fmt.Printf("%s: %s, %s: fine, the response is a failure: %s\n", s.name, c.Method, c.request, c.failure)
			}
		}
	}
	fmt.Printf("\ntotal: %d calls of %d documents: %d fine, %d wrong, %d skipped\n", total[0]+total[1]+total[2], len(specs), total[0], total[1], total[2])
	printReasons(os.Stdout, specs)
	fmt.Printf("%d of the fine ones got a failure as their response, because there was no success to give\n", failures)
	if total[1] > 0 {
		return fmt.Errorf("%d calls are wrong", total[1])
	}
	return nil
}
