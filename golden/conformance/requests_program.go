package main

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"text/template"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/golden/conformance/caller"
)

//go:embed requests_program.tmpl
var programText string

//go:embed caller/caller.go caller/handler.go caller/value.go
var callerFiles embed.FS

// A program is what the text of a program that makes the calls of a document needs.
type program struct {
	Module, Package string
	Calls           []programCall
	Server          *programServer // nil: the calls are only made directly
}

type programCall struct {
	Name    string
	Sources []string
}

// A programServer has the names of the parts of a server, and the options that give a client its credentials.
type programServer struct {
	*gomodel.Handler
	Adapter     string
	Credentials []string
	Certificate bool // a security scheme asks for one
}

// buildCaller writes a package and a program that makes the calls of its document, and compiles them.
func (m *module) buildCaller(ctx context.Context, s *spec, result *generator.Result, server *programServer) (path string, err error) {
	if err := m.writePackage(s.pkg, result.Files); err != nil {
		return "", err
	}
	files, err := callerFiles.ReadDir("caller")
	if err != nil {
		return "", err
	}
	for _, f := range files {
		data, err := callerFiles.ReadFile("caller/" + f.Name())
		if err != nil {
			return "", err
		}
		if err := m.Write("caller/"+f.Name(), data); err != nil {
			return "", err
		}
	}
	p := program{Module: modulePath, Package: s.pkg, Server: server}
	for _, c := range s.calls {
		if c.skip == "" {
			p.Calls = append(p.Calls, programCall{c.Method, c.sources})
		}
	}
	var text bytes.Buffer
	if err := template.Must(template.New("").Parse(programText)).Execute(&text, p); err != nil {
		return "", err
	}
	folder := "call_" + s.pkg
	if err := m.Write(folder+"/main.go", text.Bytes()); err != nil {
		return "", err
	}
	path = filepath.Join(m.Dir, folder, "program")
	if out, err := m.Go(ctx, "build", "-o", path, "./"+folder); err != nil {
		return "", fmt.Errorf("the program that calls does not compile: %s", out)
	}
	return path, nil
}

// readReports reads what such a program prints.
func readReports(out []byte) (map[string]*caller.Report, error) {
	reports := map[string]*caller.Report{}
	for in := json.NewDecoder(bytes.NewReader(out)); ; {
		var r caller.Report
		switch err := in.Decode(&r); err {
		case nil:
			reports[r.Call] = &r
		case io.EOF:
			return reports, nil
		default:
			return nil, err
		}
	}
}
