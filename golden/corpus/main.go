// Command corpus generates packages for all documents of a folder, vets them, and prints a table: what came out, and how much of
// each document no Go type shows, so that rules judge it.
package main

import (
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"os/signal"
	"text/tabwriter"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/golden/documents"
	"github.com/oas2go/oas2go/golden/scratch"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	limit := flag.Int64("largest", math.MaxInt64, "leave out documents of more `bytes`")
	group := flag.Bool("group", false, "group operations by tags, and make a service")
	server := flag.Bool("server", false, "make servers")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: corpus [-largest bytes] [-group] [-server] folder")
		os.Exit(2)
	}
	fine, err := run(ctx, flag.Arg(0), *limit, *group, *server)
	if err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
	}
	if err != nil || !fine {
		os.Exit(1)
	}
}

// run works on one document after the other, and reports whether all came to Go that compiles.
func run(ctx context.Context, folder string, largest int64, group, server bool) (fine bool, err error) {
	dir, err := os.MkdirTemp("", "corpus")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	m, err := scratch.New(ctx, dir, "corpus.test")
	if err != nil {
		return false, err
	}
	list, err := documents.Folder(folder, largest)
	if err != nil {
		return false, err
	}
	var parts []generator.Part
	if group {
		parts = append(parts, generator.PartService, generator.PartServer)
	}
	if server {
		parts = append(parts, generator.PartServer)
	}
	var rows []*row
	for i, d := range list {
		r := newRow(ctx, m, generator.Config{Spec: d.Path, Package: fmt.Sprintf("p%d", i), Group: group, Parts: parts})
		fmt.Fprintf(os.Stderr, "%s: %s\n", r.name, r.result)
		rows = append(rows, r)
	}
	return table(rows), ctx.Err()
}

// table prints all rows and their sum.
func table(rows []*row) (fine bool) {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "document\toperations\tschemas\twith a rule\tfree\tcomponents\twith a rule\terrors\twarnings\tinfos\tlines\tseconds\tMB allocated\tresult")
	total := &row{name: fmt.Sprintf("total of %d", len(rows)), result: "ok"}
	bad, errors := 0, 0
	for _, r := range rows {
		r.print(w)
		total.add(r)
		switch r.result {
		case "ok":
		case lenient:
			errors++
		default:
			bad++
		}
	}
	switch {
	case bad > 0:
		total.result = fmt.Sprintf("%d not ok", bad)
	case errors > 0:
		total.result = fmt.Sprintf("ok, %d with --lenient", errors)
	}
	total.print(w)
	w.Flush()
	return bad == 0
}
