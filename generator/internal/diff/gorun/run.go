package gorun

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Package is a generated package as files.
type Package struct {
	Name  string
	Files map[string][]byte
}

// An Outcome is what came of one message.
type Outcome struct {
	Error    string // of the call, "" for none: what an InvalidError says, or the reason why the response cannot be read
	Body     string // the type of APIError.Body of a response that is no success: *api.Problem
	Sent     bool   // a request reached the transport
	Compiles bool
	Compiler string // the first message of the compiler, if it does not compile
}

// modulePath is the scratch module, in which the package has its name.
const modulePath = "scratch.test"

// Run builds a program with all messages and runs it. Code that does not compile is an outcome, no error. The error says why nothing can be
// found out: there is no go command, or a module that the package imports is not there.
func Run(ctx context.Context, p Package, messages []Message) ([]Outcome, error) {
	if _, err := exec.LookPath("go"); err != nil {
		return nil, fmt.Errorf("generated code cannot be run: there is no go command")
	}
	dir, err := os.MkdirTemp("", "oas2go-diff-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	r := &run{dir: dir, pkg: p, messages: messages, outcomes: make([]Outcome, len(messages)), functions: map[string][]int{}}
	for i := range r.outcomes {
		r.outcomes[i].Compiles = true
	}
	if err := r.write(); err != nil {
		return nil, err
	}
	if err := r.build(ctx); err != nil {
		return nil, err
	}
	return r.outcomes, r.execute(ctx)
}

type run struct {
	dir       string
	pkg       Package
	messages  []Message
	outcomes  []Outcome
	functions map[string][]int // the messages of each function
}

// write writes the module, with one file for each function.
func (r *run) write() error {
	files := map[string][]byte{"go.mod": r.goMod(), "main.go": []byte(program(r.pkg.Name))}
	for name, data := range r.pkg.Files {
		files[r.pkg.Name+"/"+name] = data
	}
	names, entries := map[string]string{}, make([]string, len(r.messages))
	for i, m := range r.messages {
		key := string(m.source("", r.pkg.Name))
		name, ok := names[key]
		if !ok {
			name = "call" + strconv.Itoa(len(names))
			names[key], files[name+".go"] = name, m.source(name, r.pkg.Name)
		}
		entries[i] = m.entry(name)
		r.functions[name] = append(r.functions[name], i)
		if slices.Contains(m.Code.Helpers, "day") {
			files["day.go"] = []byte(dayText)
		}
	}
	files["table.go"] = table(entries)
	for name, data := range files {
		path := filepath.Join(r.dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, data, 0o600)); err != nil {
			return err
		}
	}
	return nil
}

// goMod requires what the package imports.
func (r *run) goMod() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "module %s\n\ngo 1.26.0\n", modulePath)
	for _, m := range Libraries() {
		if r.imports(m.Path) {
			fmt.Fprintf(&b, "\nrequire %s %s\n", m.Path, m.Version)
		}
	}
	return b.Bytes()
}

// A Library is a module that generated packages may import.
type Library struct{ Path, Version string }

// Libraries returns the modules that generated packages may import, in the versions that oas2go itself is tested with.
func Libraries() []Library {
	return []Library{
		{"github.com/oapi-codegen/runtime", "v1.8.0"},
		{"github.com/google/uuid", "v1.6.0"},
		{"golang.org/x/net", "v0.62.0"},
		{"github.com/dlclark/regexp2/v2", "v2.13.0"},
	}
}

// imports reports whether a file of the package imports a package of a module.
func (r *run) imports(module string) bool {
	for _, data := range r.pkg.Files {
		if bytes.Contains(data, []byte(`"`+module+`"`)) || bytes.Contains(data, []byte(`"`+module+`/`)) {
			return true
		}
	}
	return false
}

// compilerLine is a message of the compiler about a function.
var compilerLine = regexp.MustCompile(`(?m)^(?:\./)?(call\d+)\.go:\d+:\d+: (.*)$`)

// build builds the program. What does not compile is left out, and the rest is built again.
func (r *run) build(ctx context.Context) error {
	for {
		out, err := r.goCommand(ctx, "build", "-gcflags=-e", "-o", "program", ".")
		if err == nil {
			return nil
		}
		found := false
		for _, m := range compilerLine.FindAllSubmatch(out, -1) {
			name := string(m[1])
			list := r.functions[name]
			if len(list) == 0 || !r.outcomes[list[0]].Compiles {
				continue
			}
			found = true
			for _, i := range list {
				r.outcomes[i] = Outcome{Compiler: string(m[2])}
			}
			if err := os.WriteFile(filepath.Join(r.dir, name+".go"), nothing(name, r.pkg.Name), 0o600); err != nil {
				return err
			}
		}
		if !found {
			return fmt.Errorf("generated code cannot be run: %w\n%s", err, bytes.TrimSpace(out))
		}
	}
}

func (r *run) goCommand(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off", "GONOSUMDB=*")
	return cmd.CombinedOutput()
}

// execute runs the program, which prints an outcome for each message.
func (r *run) execute(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, filepath.Join(r.dir, "program"))
	cmd.Dir = r.dir
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("the program with generated code failed: %w", err)
	}
	for line := range strings.Lines(string(out)) {
		var found struct {
			Message     int
			Error, Body string
			Sent        bool
		}
		if err := json.Unmarshal([]byte(line), &found); err != nil {
			return err
		}
		if found.Message < len(r.outcomes) && r.outcomes[found.Message].Compiles {
			r.outcomes[found.Message] = Outcome{Error: found.Error, Body: found.Body, Sent: found.Sent, Compiles: true}
		}
	}
	return nil
}
