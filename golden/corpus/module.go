package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/oas2go/oas2go/generator/output"
	"github.com/oas2go/oas2go/golden/scratch"
)

// maxBuild is the size of documents of which the code is compiled too; vet checks types, which takes less time and memory.
const maxBuild = 1 << 20

// check writes a package, vets it, and compiles it if its document is small.
func check(ctx context.Context, m *scratch.Module, spec, pkg string, files []output.File) error {
	if _, err := output.Write(ctx, filepath.Join(m.Dir, pkg), output.Document(spec), files); err != nil {
		return err
	}
	info, err := os.Stat(spec)
	if err != nil {
		return err
	}
	if err := goCommand(ctx, m, "vet", "./"+pkg); err != nil || info.Size() > maxBuild {
		return err
	}
	return goCommand(ctx, m, "build", "./"+pkg)
}

// goCommand runs the go command; the error is the first thing that it says about a package.
func goCommand(ctx context.Context, m *scratch.Module, args ...string) error {
	out, err := m.Go(ctx, args...)
	if err == nil {
		return nil
	}
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	return fmt.Errorf("go %s: %s", args[0], lines[min(1, len(lines)-1)]) // the first line names the package
}
