package oracle

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"

	_ "github.com/dlclark/regexp2/v2" // generated packages may import these
	_ "github.com/google/uuid"
	_ "github.com/oapi-codegen/runtime/types"
	_ "golang.org/x/net/idna"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// A Side is a generated package: as data, and as the compiler sees its exported names.
type Side struct {
	Model *gomodel.Package
	Types *types.Package
}

// A Checker checks the types of generated packages, with export data of what they import.
type Checker struct {
	ctx      context.Context
	fset     *token.FileSet
	exports  map[string]string // files with export data
	importer types.Importer
}

// NewChecker makes a checker for packages of this module.
func NewChecker(ctx context.Context) *Checker {
	c := &Checker{ctx: ctx, fset: token.NewFileSet(), exports: map[string]string{}}
	c.importer = importer.ForCompiler(c.fset, "gc", func(path string) (io.ReadCloser, error) {
		if c.exports[path] == "" {
			return nil, fmt.Errorf("no export data of %s", path)
		}
		return os.Open(c.exports[path])
	})
	return c
}

// Load generates a package and checks its types.
func (c *Checker) Load(spec, config string) (*Side, error) {
	result, err := generator.Generate(c.ctx, generator.Config{Spec: spec, File: config, Package: "api", Lenient: true})
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, f := range result.Files {
		syntax, err := parser.ParseFile(c.fset, f.Name, f.Data, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, syntax)
	}
	if err := c.export(files); err != nil {
		return nil, err
	}
	checking := types.Config{Importer: c.importer, IgnoreFuncBodies: true, Error: func(error) {}}
	pkg, err := checking.Check("example.com/api", c.fset, files, nil)
	return &Side{result.Package, pkg}, err
}

// export asks the go command for export data of what files import.
func (c *Checker) export(files []*ast.File) error {
	var missing []string
	for _, f := range files {
		for _, spec := range f.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if c.exports[path] == "" && !slices.Contains(missing, path) {
				missing = append(missing, path)
			}
		}
	}
	if missing == nil {
		return nil
	}
	cmd := exec.CommandContext(c.ctx, "go", append([]string{"list", "-export", "-deps", "-json=ImportPath,Export"}, missing...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return err
	}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct{ ImportPath, Export string }
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		c.exports[p.ImportPath] = p.Export
	}
}
