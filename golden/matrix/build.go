package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/golden/matrix/task"
	"github.com/oas2go/oas2go/golden/scratch"
)

// sources are the packages that the programs need: copies of ours.
var sources = []string{"runner", "task"}

// newModule makes the module of all packages.
func newModule(ctx context.Context, dir string) (*scratch.Module, error) {
	m, err := scratch.New(ctx, dir, modulePath)
	if err != nil {
		return nil, err
	}
	for _, name := range sources {
		files, err := filepath.Glob(filepath.Join(m.Root, "golden", "matrix", name, "*.go"))
		if err != nil {
			return nil, err
		}
		for _, path := range files {
			text, err := os.ReadFile(path)
			if err != nil {
				return nil, err
			}
			text = bytes.ReplaceAll(text, []byte("github.com/oas2go/oas2go/golden/matrix"), []byte(modulePath))
			if err := m.Write(name+"/"+filepath.Base(path), text); err != nil {
				return nil, err
			}
		}
	}
	return m, nil
}

// build compiles and vets the package and links its program. Pairs that do not compile are taken out, and it begins again.
func (d *document) build(ctx context.Context, m *scratch.Module) error {
	for len(d.pairs) > 0 {
		out, err := m.Go(ctx, "vet", "./"+d.pkg)
		if err == nil {
			out, err = m.Go(ctx, "build", "-ldflags=-s -w", "-o", d.binary(m), "./try_"+d.pkg)
		} else if all, err := m.Go(ctx, "build", "-gcflags=-e", "./"+d.pkg); err != nil {
			out = all // vet stops at the first
		}
		if err == nil {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if d.accuse(m, string(out)); d.drop() == 0 {
			return buildError{out}
		}
		if err := d.generate(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

// A buildError is what the compiler says when no pair is to blame.
type buildError struct{ out []byte }

func (e buildError) Error() string { return "no pair is to blame for " + string(e.out) }

func (d *document) binary(m *scratch.Module) string { return filepath.Join(m.Dir, d.pkg+".exe") }

var compilerMessage = regexp.MustCompile(`(?m)(\w+/\w+\.go):(\d+):\d+: (.*)$`)

// accuse finds the pairs that messages of the compiler are about: the last that the text names before.
func (d *document) accuse(m *scratch.Module, out string) {
	if d.pairs[0].name != "" {
		if message := compilerMessage.FindStringSubmatch(out); len(d.pairs) == 1 && message != nil {
			d.pairs[0].tried, d.pairs[0].problem = true, "it does not compile: "+message[3]
		}
		return
	}
	for _, match := range compilerMessage.FindAllStringSubmatch(out, -1) {
		text, err := os.ReadFile(filepath.Join(m.Dir, match[1]))
		line, _ := strconv.Atoi(match[2])
		lines := strings.SplitAfter(string(text), "\n")
		for i := line - 1; err == nil && i >= 0 && i < len(lines); i-- {
			if p := d.find(lines[i]); p != nil {
				if !p.tried {
					p.tried, p.problem = true, "it does not compile: "+match[3]
				}
				break
			}
		}
	}
}

// run lets the program try the pairs.
func (d *document) run(ctx context.Context, m *scratch.Module) error {
	var in, out, problems bytes.Buffer
	tasks := json.NewEncoder(&in)
	for _, p := range d.pairs {
		if t, ok := p.task(); ok {
			if err := tasks.Encode(t); err != nil {
				return err
			}
		}
	}
	cmd := exec.CommandContext(ctx, d.binary(m))
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &in, &out, &problems
	runErr := cmd.Run()
	for results := json.NewDecoder(&out); results.More(); {
		var r task.Result
		if err := results.Decode(&r); err != nil {
			return err
		}
		p := d.find(r.Pair)
		p.tried, p.problem = true, r.Problem
	}
	if runErr != nil {
		return fmt.Errorf("%s: %w: %.500s", d.pkg, runErr, &problems)
	}
	return nil
}
