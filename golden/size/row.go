package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/scanner"
	"go/token"
	"os"
	"path/filepath"
	"text/tabwriter"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/output"
	"github.com/oas2go/oas2go/golden/scratch"
)

const modulePath = "size.test"

// A row is what was measured of one document. Lines and bytes are of the whole package, with its support code.
type row struct {
	name, spec, pkg string
	structs         int
	lines           int
	notComments     int // lines that are blank or have code
	code            int // lines that have code
	bytes           int
	cost            cost
	object          int64 // bytes; 0: not compiled
	binary          int64 // bytes of a stripped program that reads, validates and writes each struct
}

// measure generates a package, and compiles it and a program.
func (r *row) measure(ctx context.Context, m *scratch.Module, compile bool) error {
	fmt.Fprintln(os.Stderr, r.name)
	config := generator.Config{Spec: r.spec, Package: r.pkg, Limits: 2} // the document of 2,000 structs is small for its package
	result, err := generator.Generate(ctx, config)
	if errors.Is(err, generator.ErrUnusable) {
		config.Lenient = true
		result, err = generator.Generate(ctx, config)
	}
	if err != nil {
		return err
	}
	for _, f := range result.Files {
		r.count(f.Data)
	}
	names := structs(result.Package)
	r.structs = len(names)
	if !compile {
		return nil
	}
	if _, err := output.Write(ctx, filepath.Join(m.Dir, r.pkg), output.Document(r.spec), result.Files); err != nil {
		return err
	}
	if r.cost, r.object, err = compileOne(ctx, m, r.pkg); err != nil {
		return err
	}
	r.binary, err = link(ctx, m, r.pkg+"main", program(r.pkg, names))
	return err
}

// count adds the lines of a file.
func (r *row) count(text []byte) {
	r.bytes += len(text)
	file := token.NewFileSet().AddFile("", -1, len(text))
	var s scanner.Scanner
	s.Init(file, text, nil, scanner.ScanComments)
	withCode, withComment := map[int]bool{}, map[int]bool{}
	for {
		pos, kind, literal := s.Scan()
		if kind == token.EOF {
			break
		}
		lines := withCode
		if kind == token.COMMENT {
			lines = withComment
		} else if kind == token.SEMICOLON && literal == "\n" {
			continue
		}
		end := file.Line(pos + token.Pos(max(len(literal), 1)-1))
		for line := file.Line(pos); line <= end; line++ {
			lines[line] = true
		}
	}
	onlyComment := 0
	for line := range withComment {
		if !withCode[line] {
			onlyComment++
		}
	}
	lines := bytes.Count(text, []byte("\n"))
	r.lines += lines
	r.notComments += lines - onlyComment
	r.code += len(withCode)
}

// structs returns the names of the structs of a package that read and write JSON.
func structs(p *gomodel.Package) (names []string) {
	for _, f := range p.Files {
		for _, d := range f.Decls {
			if s, ok := d.(*gomodel.Struct); ok {
				names = append(names, s.Name)
			}
		}
	}
	return names
}

func table(rows []*row) {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "structs\tlines\tno comments\tnor blank\tKB\tbuild CPU s\tpeak MB\tobject KB\tprogram KB\t  document")
	for _, r := range rows {
		fmt.Fprintf(w, "%d\t%d\t%d\t%d\t%d\t", r.structs, r.lines, r.notComments, r.code, r.bytes/1000)
		if r.object == 0 {
			fmt.Fprint(w, "\t\t\t\t")
		} else {
			fmt.Fprintf(w, "%.2f\t%.0f\t%d\t%d\t", r.cost.seconds, r.cost.megabytes, r.object/1000, r.binary/1000)
		}
		fmt.Fprintf(w, "  %s\n", r.name)
	}
	w.Flush()
}
