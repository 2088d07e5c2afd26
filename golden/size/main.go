// Command size measures generated packages: lines, what it costs to compile them, and programs that use them.
package main

import (
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/oas2go/oas2go/golden/documents"
	"github.com/oas2go/oas2go/golden/mechanical"
	"github.com/oas2go/oas2go/golden/scratch"
)

func main() {
	if len(os.Args) > 4 && os.Args[1] == asTool {
		os.Exit(runTool(os.Args[2], os.Args[3], os.Args[4:]))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	largest := flag.Int64("largest", 4<<20, "do not compile the packages of documents of more `bytes`")
	flag.Parse()
	if flag.NArg() > 1 {
		fmt.Fprintln(os.Stderr, "usage: size [-largest bytes] [folder]")
		os.Exit(2)
	}
	if err := run(ctx, flag.Arg(0), *largest); err != nil {
		fmt.Fprintln(os.Stderr, "size:", err)
		os.Exit(1)
	}
}

// run measures what the bars are about, and the documents of a folder if there is one.
func run(ctx context.Context, folder string, largest int64) error {
	dir, err := os.MkdirTemp("", "size")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	m, err := scratch.New(ctx, dir, modulePath)
	if err != nil {
		return err
	}
	rows, err := barRows(ctx, m)
	if err != nil {
		return err
	}
	bars, err := bars(ctx, m, rows)
	if err != nil {
		return err
	}
	small, more, err := smallRows(ctx, m)
	if err != nil {
		return err
	}
	rows, bars = append(rows, small...), append(bars, more...)
	if folder != "" {
		more, err := folderRows(ctx, m, folder, largest)
		if err != nil {
			return err
		}
		rows = append(rows, more...)
	}
	table(rows)
	for _, b := range bars {
		b.print()
	}
	return nil
}

// The rows that bars are about.
const (
	rowDIS    = iota
	rowDISOne // with one operation
	rowW2
	row200
	row2000
)

// barRows measures the documents that everybody has.
func barRows(ctx context.Context, m *scratch.Module) ([]*row, error) {
	cases, err := txtar.ParseFile(filepath.Join(m.Root, "golden", "cases", "records.txtar"))
	if err != nil {
		return nil, err
	}
	documents := map[string][]byte{
		"records.yaml":     cases.Files[0].Data,
		"mechanical1.yaml": mechanical.Document(200, 0, 1),
		"mechanical2.yaml": mechanical.Document(2000, 0, 1),
	}
	for name, data := range documents {
		if err := m.Write(name, data); err != nil {
			return nil, err
		}
	}
	var rows []*row
	for _, r := range []*row{
		rowDIS:    {name: "DIS", spec: filepath.Join(m.Root, "spec", "dis", "openapi.yaml"), pkg: "dis"},
		rowDISOne: {name: "DIS, one operation", spec: filepath.Join(m.Root, "golden", "size", "testdata", "dis.yaml"), pkg: "disone"},
		rowW2:     {name: "W2: records", spec: filepath.Join(m.Dir, "records.yaml"), pkg: "records"},
		row200:    {name: "200 structs", spec: filepath.Join(m.Dir, "mechanical1.yaml"), pkg: "mechanical1"},
		row2000:   {name: "2,000 structs", spec: filepath.Join(m.Dir, "mechanical2.yaml"), pkg: "mechanical2"},
	} {
		if err := r.measure(ctx, m, true); err != nil {
			return nil, fmt.Errorf("%s: %w", r.name, err)
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// folderRows measures real documents. One that cannot be measured is a row that says so.
func folderRows(ctx context.Context, m *scratch.Module, folder string, largest int64) (rows []*row, err error) {
	list, err := documents.Folder(folder, math.MaxInt64)
	if err != nil {
		return nil, err
	}
	for i, d := range list {
		r := &row{name: d.Name, spec: d.Path, pkg: fmt.Sprintf("p%d", i)}
		if err := r.measure(ctx, m, d.Size <= largest); ctx.Err() != nil {
			return nil, ctx.Err()
		} else if err != nil {
			r.name += ": " + strings.SplitN(err.Error(), "\n", 2)[0]
		}
		rows = append(rows, r)
	}
	return rows, nil
}
