package main

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
)

const modulePath = "conformance.test"

//go:embed runner/main.go
var runnerText []byte

// A module is the scratch module that holds all generated packages and the program that runs the cases.
type module struct {
	dir  string
	root string // folder of oas2go
}

// newModule makes a module with the versions of oas2go, so that nothing has to be downloaded.
func newModule(ctx context.Context, dir string) (*module, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/oas2go/oas2go").Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	m := &module{dir: dir, root: string(bytes.TrimSpace(out))}
	text, err := os.ReadFile(filepath.Join(m.root, "go.mod"))
	if err != nil {
		return nil, err
	}
	own := bytes.Replace(text, []byte("module github.com/oas2go/oas2go"), []byte("module "+modulePath), 1)
	if err := m.write("go.mod", own); err != nil {
		return nil, err
	}
	sums, err := os.ReadFile(filepath.Join(m.root, "go.sum"))
	if err != nil {
		return nil, err
	}
	if err := m.write("go.sum", sums); err != nil {
		return nil, err
	}
	return m, m.write("runner/main.go", runnerText)
}

func (m *module) write(name string, data []byte) error {
	path := filepath.Join(m.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o600)
}

// goCommand runs the go command in the module, without a network.
func (m *module) goCommand(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = m.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod -trimpath", "GOPROXY=off", "GOSUMDB=off", "GOWORK=off")
	return cmd.CombinedOutput()
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
		out, err := m.goCommand(ctx, args...)
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
