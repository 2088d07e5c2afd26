// Command hostile runs oas2go on documents that are made to drown it, and generated code on values that are. It prints what each took,
// and fails if one took more than the bar.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	only := flag.String("only", "", "run only what has this `text` in its name")
	program := flag.String("program", "", "the `command` to run (default: that of this checkout)")
	names := flag.Bool("names", false, "list the inputs")
	write := flag.Int("write", -1, "write the input of this `number` to the file that is named as argument; used by this command itself")
	flag.Parse()
	if *names {
		for _, in := range inputs() {
			fmt.Println(in.name)
		}
		return
	}
	if *write >= 0 {
		if err := inputs()[*write].save(flag.Arg(0)); err != nil {
			fmt.Fprintln(os.Stderr, "hostile:", err)
			os.Exit(2)
		}
		return
	}
	missed, err := run(ctx, *program, *only)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "hostile:", err)
		os.Exit(2)
	}
	if missed > 0 {
		fmt.Printf("%d above the bar\n", missed)
		os.Exit(1)
	}
}

func run(ctx context.Context, program, only string) (missed int, err error) {
	dir, err := os.MkdirTemp("", "hostile")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	if program == "" {
		program = filepath.Join(dir, "oas2go")
		if out, err := exec.CommandContext(ctx, "go", "build", "-o", program, "./cmd/oas2go").CombinedOutput(); err != nil {
			return 0, fmt.Errorf("%w\n%s", err, out)
		}
	}
	names, err := self(ctx, "-names")
	if err != nil {
		return 0, err
	}
	for i, name := range strings.Split(strings.TrimSpace(string(names)), "\n") {
		if !strings.Contains(name, only) {
			continue
		}
		r, err := runDocument(ctx, program, dir, name, i)
		if err != nil {
			return missed, fmt.Errorf("%s: %w", name, err)
		}
		if !r.print() {
			missed++
		}
	}
	return missed, nil
}

// self runs this program. The inputs are made by another process, so that this one stays small: on Linux, the peak of a process is at least
// that of the one that started it.
func self(ctx context.Context, args ...string) ([]byte, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return exec.CommandContext(ctx, path, args...).Output()
}
