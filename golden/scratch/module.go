// Package scratch makes modules for generated packages outside the repository, so that the go command can compile, vet and run them.
package scratch

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

const oas2go = "github.com/oas2go/oas2go"

// A Module is a scratch module.
type Module struct {
	Dir  string
	Root string // folder of oas2go
}

// New makes the module that is called path in dir, with the versions of oas2go, so that nothing has to be downloaded.
func New(ctx context.Context, dir, path string) (*Module, error) {
	root, err := Root(ctx)
	if err != nil {
		return nil, err
	}
	m := &Module{Dir: dir, Root: root}
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(m.Root, name))
		if err != nil {
			return nil, err
		}
		text = bytes.Replace(text, []byte("module "+oas2go), []byte("module "+path), 1)
		if err := m.Write(name, text); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// Root returns the folder of oas2go.
func Root(ctx context.Context) (string, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", oas2go).Output()
	if err != nil {
		return "", fmt.Errorf("go list: %w", err)
	}
	return string(bytes.TrimSpace(out)), nil
}

// Write writes a file of the module; name has slashes.
func (m *Module) Write(name string, data []byte) error {
	path := filepath.Join(m.Dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o600)
}

// Go runs the go command in the module, without a network, and returns all that it prints.
func (m *Module) Go(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = m.Dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod -trimpath", "GOPROXY=off", "GOSUMDB=off", "GOWORK=off")
	return cmd.CombinedOutput()
}
