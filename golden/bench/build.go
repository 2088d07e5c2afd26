package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/oas2go/oas2go/golden/bench/workload"
)

// The programs of the generators: go.mod has their versions.
const (
	ownTool  = "github.com/oas2go/oas2go/cmd/oas2go"
	peerTool = "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen"
	ogenTool = "github.com/ogen-go/ogen/cmd/ogen" // for servers, and unions
)

const runnerPath = "github.com/oas2go/oas2go/golden/bench/runner"

// A build is a scratch folder with the programs that take part. The packages that are measured are made anew each time, so that they are
// those of the code beside this.
type build struct {
	dir   string
	root  string            // folder of oas2go
	files map[string]string // what the go command finds in the place of files that this folder does not have
}

func newBuild(ctx context.Context, dir string) (*build, error) {
	root, err := output(ctx, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/oas2go/oas2go")
	if err != nil {
		return nil, err
	}
	b := &build{dir: dir, root: root, files: map[string]string{}}
	for _, tool := range []string{ownTool, peerTool, ogenTool} {
		if _, err := output(ctx, "go", "build", "-o", b.program(tool), tool); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// program is the path of a program.
func (b *build) program(importPath string) string {
	return filepath.Join(b.dir, "bin", filepath.Base(importPath))
}

// documents is the folder with the document of each package.
func (b *build) documents() string { return filepath.Join(b.dir, "documents") }

// runner generates the packages of all workloads and builds the program that measures them.
func (b *build) runner(ctx context.Context) (program string, err error) {
	done := map[string]bool{}
	for _, w := range workload.All() {
		if done[w.Package()] {
			continue
		}
		done[w.Package()] = true
		if err := b.generate(ctx, w); err != nil {
			return "", fmt.Errorf("%s: %w", w.Document, err)
		}
	}
	if err := b.replace("packages.go", table(workload.All())); err != nil {
		return "", err
	}
	if err := b.servers(ctx); err != nil {
		return "", err
	}
	overlay, err := json.Marshal(map[string]any{"Replace": b.files})
	if err != nil {
		return "", err
	}
	name := filepath.Join(b.dir, "overlay.json")
	if err := os.WriteFile(name, overlay, 0o600); err != nil {
		return "", err
	}
	program = b.program(runnerPath)
	_, err = output(ctx, "go", "build", "-overlay", name, "-o", program, "./runner")
	return program, err
}

// generate makes the packages of a workload with both generators.
func (b *build) generate(ctx context.Context, w workload.Workload) error {
	spec, err := b.spec(w)
	if err != nil {
		return err
	}
	own := filepath.Join(b.dir, "own", w.Package())
	if _, err := output(ctx, b.program(ownTool), "generate", spec, "--strict", "--out", own, "--package", w.Package()); err != nil {
		return err
	}
	if err := b.show("own", own); err != nil {
		return err
	}
	if w.Ogen {
		if err := b.generateOgen(ctx, w, spec); err != nil {
			return err
		}
	}
	if w.Alone || w.ByHand && w.Spec != nil {
		return nil
	}
	peer := filepath.Join(b.dir, "peer", w.Package())
	if err := os.MkdirAll(peer, 0o700); err != nil {
		return err
	}
	if _, err := output(ctx, b.program(peerTool), "-generate", "types,skip-prune", "-package", w.Package(), "-o", filepath.Join(peer, "models.go"), spec); err != nil {
		return err
	}
	return b.show("peer", peer)
}

// spec writes the document of a workload into a file.
func (b *build) spec(w workload.Workload) (path string, err error) {
	var text []byte
	if w.Spec != nil {
		text = w.Spec()
	} else if text, err = document(filepath.Join(b.root, filepath.FromSlash(w.Document))); err != nil {
		return "", err
	}
	path = filepath.Join(b.documents(), w.Package()+".yaml")
	return path, write(path, text)
}

// generateOgen makes the package of a workload with ogen.
func (b *build) generateOgen(ctx context.Context, w workload.Workload, spec string) error {
	config := filepath.Join(b.documents(), "ogen.yml")
	if err := write(config, ogenConfig("paths/client")); err != nil {
		return err
	}
	dir := filepath.Join(b.dir, "ogenmodels", w.Package())
	if _, err := output(ctx, b.program(ogenTool), "--config", config, "--package", w.Package(), "--target", dir, spec); err != nil {
		return err
	}
	return b.show("ogenmodels", dir)
}

// document returns an OpenAPI document, which may be in a golden case.
func document(path string) ([]byte, error) {
	if filepath.Ext(path) != ".txtar" {
		return os.ReadFile(path)
	}
	archive, err := txtar.ParseFile(path)
	if err != nil {
		return nil, err
	}
	for _, f := range archive.Files {
		if f.Name == "spec.yaml" {
			return f.Data, nil
		}
	}
	return nil, fmt.Errorf("it has no spec.yaml")
}

// show lets the go command find a package below the folder of the runner.
func (b *build) show(folder, pkg string) error {
	files, err := filepath.Glob(filepath.Join(pkg, "*.go"))
	for _, f := range files {
		place, err := filepath.Abs(filepath.Join("runner", folder, filepath.Base(pkg), filepath.Base(f)))
		if err != nil {
			return err
		}
		b.files[place] = f
	}
	return err
}

// replace lets the go command find a text in the place of a file of the runner.
func (b *build) replace(name string, text []byte) error {
	place, err := filepath.Abs(filepath.Join("runner", name))
	if err != nil {
		return err
	}
	b.files[place] = filepath.Join(b.dir, name)
	return write(b.files[place], text)
}

// table is the file of the runner that has the types of all workloads.
func table(all []workload.Workload) []byte {
	imports, rows := map[string]bool{}, new(strings.Builder)
	importing := func(folder, pkg string) string {
		imports[fmt.Sprintf("\t%s%s %q\n", folder, pkg, runnerPath+"/"+folder+"/"+pkg)] = true
		return folder + pkg
	}
	for _, w := range all {
		fmt.Fprintf(rows, "\t\t%q: {own: func() model { return new(%s.%s) }", w.Name, importing("own", w.Package()), w.GoName)
		if w.Ogen {
			fmt.Fprintf(rows, ", ogen: func() judgedModel { return new(%s.%s) }", importing("ogenmodels", w.Package()), w.Component)
		}
		if !w.ByHand && !w.Alone {
			fmt.Fprintf(rows, ", plain: func() any { return new(%s.%s) }", importing("peer", w.Package()), w.Component)
		}
		rows.WriteString("},\n")
	}
	var b bytes.Buffer
	b.WriteString("package main\n\nimport (\n")
	for line := range imports {
		b.WriteString(line)
	}
	fmt.Fprintf(&b, `)

func generated() map[string]types {
	return map[string]types{
%s	}
}
`, rows)
	return b.Bytes()
}

func write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o600)
}

// output runs a command and returns what it prints, without white space around it.
func output(ctx context.Context, name string, args ...string) (string, error) {
	out, err := exec.CommandContext(ctx, name, args...).Output()
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		return "", fmt.Errorf("%s %s: %w\n%s", filepath.Base(name), strings.Join(args, " "), err, failed.Stderr)
	}
	return strings.TrimSpace(string(out)), err
}
