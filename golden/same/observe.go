package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/golden/documents"
)

// A part is one thing that a build makes of a document: a file, an exit code, what it prints.
type part struct{ name, text string }

// An observation is all that a build makes of a document.
type observation struct {
	parts               []part
	files, runs, places int // for the counts
}

// An observer runs one build over one document.
type observer struct {
	*build
	known    known
	document documents.Document
	dir      string // where it works
	observation
}

// observe runs generate, lint and explain in a new folder dir. What fails is run again with --lenient, which has more to say.
func (b *build) observe(ctx context.Context, k known, d documents.Document, places []string, dir string) (observation, error) {
	o := observer{build: b, known: k, document: d, dir: dir}
	defer os.RemoveAll(dir)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return o.observation, err
	}
	for _, command := range []string{"generate", "lint"} {
		if !k[command] {
			continue
		}
		code, err := o.read(ctx, command)
		if err == nil && code != 0 && k[command+" --lenient"] {
			_, err = o.read(ctx, command, "--lenient")
		}
		if err != nil {
			return o.observation, err
		}
	}
	if !k["explain"] {
		return o.observation, nil
	}
	for _, place := range places {
		o.places++
		if _, err := o.run(ctx, "explain "+place, k.line("explain", o.arguments(place, "--lenient")...)); err != nil {
			return o.observation, err
		}
	}
	return o.observation, nil
}

// arguments returns the document, more arguments, and the configuration.
func (o *observer) arguments(more ...string) []string {
	args := append([]string{o.document.Path}, more...)
	if o.document.Config != "" {
		args = append(args, "--config="+o.document.Config)
	}
	return args
}

// read runs generate or lint, and returns its exit code.
func (o *observer) read(ctx context.Context, command string, more ...string) (int, error) {
	label := strings.Join(append([]string{command}, more...), " ")
	if command == "lint" {
		return o.run(ctx, label, o.known.line(command, append(o.arguments("--format=json"), more...)...))
	}
	pkg := o.document.Package
	if pkg == "" {
		pkg = "api"
	}
	out := "package" + strconv.Itoa(o.runs)
	args := o.known.line(command, append(o.arguments("--verbose", "--out="+out, "--package="+pkg), more...)...)
	code, err := o.run(ctx, label, args)
	if err != nil {
		return 0, err
	}
	return code, o.addFiles(label, filepath.Join(o.dir, out))
}

// run runs the build in the folder, and adds what it prints and its exit code.
func (o *observer) run(ctx context.Context, label string, args []string) (int, error) {
	cmd := exec.CommandContext(ctx, o.path, args...)
	cmd.Dir = o.dir
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1") // there is a run for each processor already
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if _, failed := errors.AsType[*exec.ExitError](err); err != nil && !failed || ctx.Err() != nil {
		return 0, errors.Join(err, ctx.Err())
	}
	o.runs++
	code := cmd.ProcessState.ExitCode()
	// Both builds read the same file: its folder is not worth a line of every difference.
	short := strings.NewReplacer(filepath.Dir(o.document.Path)+string(filepath.Separator), "")
	o.parts = append(o.parts,
		part{label + ": exit code", strconv.Itoa(code) + "\n"},
		part{label + ": standard output", short.Replace(stdout.String())},
		part{label + ": standard error", short.Replace(stderr.String())})
	return code, nil
}

// addFiles adds all files of a folder, which does not exist if nothing was generated.
func (o *observer) addFiles(label, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		o.files++
		o.parts = append(o.parts, part{label + ": " + e.Name(), string(data)})
	}
	return nil
}
