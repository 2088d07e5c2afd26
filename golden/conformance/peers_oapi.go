package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/oas2go/oas2go/golden/scratch"
)

const (
	oapiTool    = "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2"
	oapiRuntime = "github.com/oapi-codegen/runtime@v1.8.0"
)

// oapi is a scratch module for code of oapi-codegen. Nothing of that is in a go.mod file of ours.
type oapi struct {
	module
	documents string
}

// askOapi lets oapi-codegen make models of the documents in a folder. It makes no code that validates: a value is accepted if
// encoding/json reads it into the holder.
func askOapi(ctx context.Context, documents string, parts []*part) error {
	o := &oapi{module{&scratch.Module{Dir: filepath.Join(documents, "oapi")}}, documents}
	if err := o.Write("runner/main.go", runnerText); err != nil {
		return err
	}
	for _, command := range [][]string{
		{"go", "mod", "init", modulePath}, {"go", "get", oapiRuntime}, {"go", "install", oapiTool},
	} {
		if err := o.run(ctx, command...); err != nil {
			return err
		}
	}
	var generated []*part
	for _, p := range parts {
		if err := o.generate(ctx, p); err == nil {
			generated = append(generated, p)
		} else if ctx.Err() != nil {
			return err
		}
	}
	fine, err := o.compile(ctx, generated)
	if err != nil {
		return err
	}
	if err := o.Write("runner/holders.go", oapiHolders(fine)); err != nil {
		return err
	}
	if err := o.run(ctx, "go", "build", "-o", "judge", "./runner"); err != nil {
		return err
	}
	return askPeer(ctx, oapiPeer, filepath.Join(o.Dir, "judge"), fine)
}

// run runs a command in the module, which may need a network.
func (o *oapi) run(ctx context.Context, command ...string) error {
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Dir = o.Dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off", "GOBIN="+o.Dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, out)
	}
	return nil
}

// packageOf is the package of a group.
func packageOf(p *part) string { return strings.ToLower(p.component) }

// generate writes the models of one group.
func (o *oapi) generate(ctx context.Context, p *part) error {
	pkg := packageOf(p)
	if err := os.MkdirAll(filepath.Join(o.Dir, pkg), 0o700); err != nil {
		return err
	}
	return o.run(ctx, filepath.Join(o.Dir, "oapi-codegen"), "-generate", "types,skip-prune", "-package", pkg, "-o", pkg+"/models.go",
		filepath.Join(o.documents, p.component+".json"))
}

// compile returns the groups whose packages compile, and have a holder.
func (o *oapi) compile(ctx context.Context, generated []*part) (fine []*part, err error) {
	args := []string{"build"}
	for _, p := range generated {
		use := fmt.Sprintf("package %s\n\nvar _ = new(%s)\n", packageOf(p), p.holder())
		if err := o.Write(packageOf(p)+"/use.go", []byte(use)); err != nil {
			return nil, err
		}
		args = append(args, "./"+packageOf(p))
	}
	if err := o.run(ctx, "go", "mod", "tidy"); err != nil {
		return nil, err
	}
	out, err := o.Go(ctx, args...)
	if _, failed := errors.AsType[*exec.ExitError](err); err != nil && !failed {
		return nil, err
	}
	broken := brokenPackages(out)
	if err != nil && len(broken) == 0 {
		return nil, fmt.Errorf("go build: %w\n%s", err, out)
	}
	for _, p := range generated {
		if broken[packageOf(p)] == "" {
			fine = append(fine, p)
		}
	}
	return fine, nil
}

// oapiHolders is the file with the table of the runner.
func oapiHolders(parts []*part) []byte {
	var imports, table strings.Builder
	for _, p := range parts {
		fmt.Fprintf(&imports, "\t%q\n", modulePath+"/"+packageOf(p))
		fmt.Fprintf(&table, "\t\t%q: func() holder { return model{new(%s.%s)} },\n", p.component, packageOf(p), p.holder())
	}
	return fmt.Appendf(nil, `package main

import (
	"encoding/json"

%s)

func holders() map[string]func() holder {
	return map[string]func() holder{
%s	}
}

type model struct{ x any }

func (m model) UnmarshalJSON(data []byte) error { return json.Unmarshal(data, m.x) }
func (m model) Validate() error                 { return nil }
func (m model) MarshalJSON() ([]byte, error)    { return []byte("null"), nil }
`, &imports, &table)
}
