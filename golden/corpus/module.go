package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/oas2go/oas2go/generator/output"
)

const modulePath = "corpus.test"

// A module is the scratch module that holds all packages.
type module struct{ dir string }

// newModule makes a module with the versions of oas2go, so that nothing has to be downloaded.
func newModule(ctx context.Context, dir string) (*module, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/oas2go/oas2go").Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	root := string(bytes.TrimSpace(out))
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return nil, err
		}
		text = bytes.Replace(text, []byte("module github.com/oas2go/oas2go"), []byte("module "+modulePath), 1)
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
			return nil, err
		}
	}
	return &module{dir}, nil
}

// maxBuild is the size of documents of which the code is compiled too; vet checks types, which takes less time and memory.
const maxBuild = 1 << 20

// check writes a package, vets it, and compiles it if its document is small.
func (m *module) check(ctx context.Context, spec, pkg string, files []output.File) error {
	if _, err := output.Write(ctx, filepath.Join(m.dir, pkg), output.Document(spec), files); err != nil {
		return err
	}
	info, err := os.Stat(spec)
	if err != nil {
		return err
	}
	if err := m.goCommand(ctx, "vet", "./"+pkg); err != nil || info.Size() > maxBuild {
		return err
	}
	return m.goCommand(ctx, "build", "./"+pkg)
}

func (m *module) goCommand(ctx context.Context, args ...string) error {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = m.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOSUMDB=off", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	if err == nil {
		return nil
	}
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	return fmt.Errorf("go %s: %s", args[0], lines[min(1, len(lines)-1)]) // the first line names the package
}
