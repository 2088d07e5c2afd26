package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/oas2go/oas2go/golden/scratch"
)

const peerTool = "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen"

// A peer is oapi-codegen, in the version of golden/bench, and a module for the packages that it makes.
type peer struct {
	program string
	module  *scratch.Module
}

// newPeer builds oapi-codegen in dir. It fails where the modules of golden/bench are not there and cannot be downloaded.
func newPeer(ctx context.Context, root, dir string) (*peer, error) {
	p := &peer{filepath.Join(dir, "oapi-codegen"), &scratch.Module{Dir: filepath.Join(dir, "peer"), Root: root}}
	bench := filepath.Join(root, "golden", "bench")
	build := exec.CommandContext(ctx, "go", "build", "-o", p.program, peerTool)
	build.Dir = bench
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, bytes.TrimSpace(out))
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(bench, name))
		if err != nil {
			return nil, err
		}
		text = bytes.Replace(text, []byte("module github.com/oas2go/oas2go/golden/bench"), []byte("module "+modulePath), 1)
		text = bytes.Replace(text, []byte("=> ../.."), []byte("=> "+root), 1)
		if err := p.module.Write(name, text); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// measure makes a package of types and a client, which validates nothing, and compiles it.
func (p *peer) measure(ctx context.Context, r *row) (*row, error) {
	other := &row{name: r.name + ", oapi-codegen", spec: r.spec, pkg: r.pkg}
	file := filepath.Join(p.module.Dir, r.pkg, "client.go")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return nil, err
	}
	out, err := exec.CommandContext(ctx, p.program, "-generate", "types,client", "-package", r.pkg, "-o", file, r.spec).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%w\n%s", err, bytes.TrimSpace(out))
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	other.count(text)
	other.cost, other.object, err = compileOne(ctx, p.module, r.pkg)
	return other, err
}

// smallAPIs are APIs of five to eight operations.
var smallAPIs = []string{"tasks", "library", "billing"}

// smallRows measures small APIs, each beside what oapi-codegen makes of it, and what all of them together may cost. Without
// oapi-codegen there is nothing to compare with, and no bar.
func smallRows(ctx context.Context, m *scratch.Module) (rows []*row, list []bar, err error) {
	other, missing := newPeer(ctx, m.Root, m.Dir)
	if missing != nil {
		fmt.Fprintln(os.Stderr, "size: oapi-codegen is not there, so small APIs are not compared:", missing)
	}
	var own, theirs row
	for _, name := range smallAPIs {
		r := &row{name: name, spec: filepath.Join(m.Root, "golden", "size", "testdata", name+".yaml"), pkg: name}
		if err := r.measure(ctx, m, true); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		rows = append(rows, r)
		own.add(r)
		if missing != nil {
			continue
		}
		o, err := other.measure(ctx, r)
		if err != nil {
			return nil, nil, fmt.Errorf("%s, oapi-codegen: %w", name, err)
		}
		rows = append(rows, o)
		theirs.add(o)
	}
	if missing != nil {
		return rows, nil, nil
	}
	return rows, []bar{
		{"lines of three small APIs, against oapi-codegen without validation", float64(own.lines) / float64(theirs.lines), 2, " times"},
		{"build CPU of three small APIs, against oapi-codegen", own.cost.seconds / theirs.cost.seconds, 1.5, " times"},
	}, nil
}

// add adds the lines and the cost of another row.
func (r *row) add(other *row) {
	r.lines += other.lines
	r.cost.seconds += other.cost.seconds
}
