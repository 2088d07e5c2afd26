package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/oas2go/oas2go/golden/bench/workload"
)

// servers generates the servers of all workloads, and puts what makes handlers of them in its place.
func (b *build) servers(ctx context.Context) error {
	done := map[string]bool{}
	for _, w := range workload.AllServed() {
		if done[w.Package] {
			continue
		}
		done[w.Package] = true
		if err := b.generateServers(ctx, w); err != nil {
			return fmt.Errorf("servers of %s: %w", w.Document, err)
		}
	}
	text, err := os.ReadFile(filepath.Join("runner", "testdata", "servers.go"))
	if err != nil {
		return err
	}
	return b.replace("servers.go", text)
}

// generateServers makes the servers of a document with all generators.
func (b *build) generateServers(ctx context.Context, w workload.Served) error {
	text, err := document(filepath.Join(b.root, filepath.FromSlash(w.Document)))
	if err != nil {
		return err
	}
	dir := filepath.Join(b.dir, "servers", w.Package)
	file := func(name string) string { return filepath.Join(dir, name) }
	spec := file("openapi.yaml")
	for name, text := range map[string][]byte{
		spec: w.Edit(text), file("oas2go.yaml"): []byte("generate: [server]\n"),
		file("ogen.yaml"): ogenConfig("paths/server, ogen/otel"), file("ogenbare.yaml"): ogenConfig("paths/server"),
	} {
		if err := write(name, text); err != nil {
			return err
		}
	}
	folder := func(generator string) string { return filepath.Join(dir, generator, w.Package) }
	if err := os.MkdirAll(folder("peer"), 0o700); err != nil {
		return err
	}
	for _, command := range [][]string{
		{b.program(ownTool), "generate", spec, "--strict", "--config", file("oas2go.yaml"), "--out", folder("own"), "--package", w.Package},
		{b.program(peerTool), "-generate", "types,std-http,strict-server,skip-prune,spec", "-package", w.Package, "-o", filepath.Join(folder("peer"), "server.go"), spec},
		{b.program(ogenTool), "--config", file("ogen.yaml"), "--package", w.Package, "--target", folder("ogen"), spec},
		{b.program(ogenTool), "--config", file("ogenbare.yaml"), "--package", w.Package, "--target", folder("ogenbare"), spec},
	} {
		if _, err := output(ctx, command[0], command[1:]...); err != nil {
			return err
		}
	}
	for _, generator := range []string{"own", "peer", "ogen", "ogenbare"} {
		if err := b.show(generator, folder(generator)); err != nil {
			return err
		}
	}
	return nil
}

// ogenConfig asks ogen for a server with some features. Of those that it has otherwise, a server needs no client and no webhooks.
func ogenConfig(features string) []byte {
	return []byte("generator: {features: {disable_all: true, enable: [" + features + "]}}\n")
}
