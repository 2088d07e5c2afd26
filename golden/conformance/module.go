package main

import (
	"context"
	_ "embed"
	"fmt"
	"regexp"

	"github.com/oas2go/oas2go/golden/scratch"
)

const modulePath = "conformance.test"

//go:embed runner/main.go
var runnerText []byte

// A module is the scratch module that holds all generated packages and the program that runs the cases.
type module struct{ *scratch.Module }

func newModule(ctx context.Context, dir string) (*module, error) {
	m, err := scratch.New(ctx, dir, modulePath)
	if err != nil {
		return nil, err
	}
	return &module{m}, m.Write("runner/main.go", runnerText)
}

// compileAll compiles all packages. One that does not compile is tried group by group.
func (m *module) compileAll(ctx context.Context, s *shelf) error {
	for {
		args := []string{"build"}
		for _, d := range s.documents {
			if len(d.parts) > 0 {
				args = append(args, "./"+d.pkg)
			}
		}
		if len(args) == 1 {
			return fmt.Errorf("no group has code")
		}
		out, err := m.Go(ctx, args...)
		if err == nil {
			return nil
		}
		broken := brokenPackages(out)
		if len(broken) == 0 {
			return fmt.Errorf("go build: %w\n%s", err, out)
		}
		before := len(s.documents)
		for _, d := range s.documents[:before] {
			if message, ok := broken[d.pkg]; ok {
				d.broken(s, message)
			}
		}
		if err := m.generateAll(ctx, &shelf{documents: s.documents[before:]}); err != nil {
			return err
		}
	}
}

// broken gives each group of a document one of its own, or notes why the only one does not compile.
func (d *document) broken(s *shelf, message string) {
	if len(d.parts) > 1 {
		d.split(s)
		return
	}
	for _, p := range d.parts {
		p.group.failure = "not compiled: " + message
	}
	d.parts = nil
}

// firstMessage finds a package and what the compiler says first about it.
var firstMessage = regexp.MustCompile(`(?m)^# ` + regexp.QuoteMeta(modulePath) + `/(\w+)\n(.*)$`)

func brokenPackages(out []byte) map[string]string {
	broken := map[string]string{}
	for _, match := range firstMessage.FindAllSubmatch(out, -1) {
		broken[string(match[1])] = string(match[2])
	}
	return broken
}
