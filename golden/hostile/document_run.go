package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// A row is what one run took.
type row struct {
	name     string
	size     int64 // of the input, in bytes
	written  int64 // of the output, in bytes
	cpu      time.Duration
	peak     float64 // MB
	code     int     // exit code
	said     string  // first line
	mostCPU  time.Duration
	mostPeak float64
}

// print prints the row and reports whether it keeps the bars.
func (r *row) print() bool {
	kept := r.cpu <= r.mostCPU && r.peak <= r.mostPeak && r.code >= 0 && r.code != 2 && r.code != 4
	verdict := "kept"
	if !kept {
		verdict = "MISSED"
	}
	fmt.Printf("%-6s %-58s %8.2f MB %8.2f s of %5.1f %6.0f MB of %5.0f, writes %6.1f MB, exit %2d %.90s\n", verdict, r.name, float64(r.size)/1e6,
		r.cpu.Seconds(), r.mostCPU.Seconds(), r.peak, r.mostPeak, float64(r.written)/1e6, r.code, r.said)
	return kept
}

// runDocument runs the command on the document of a number.
func runDocument(ctx context.Context, program, dir, name string, number int) (*row, error) {
	work, err := os.MkdirTemp(dir, "")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(work)
	spec := filepath.Join(work, "api.spec") // neither .json nor .yaml: the text says which it is
	if _, err := self(ctx, "-write", strconv.Itoa(number), spec); err != nil {
		return nil, err
	}
	info, err := os.Stat(spec)
	if err != nil {
		return nil, err
	}
	r := &row{name: name, size: info.Size()}
	out := filepath.Join(work, "out")
	r.bars()
	// A run that is far above the bar is ended by its limit.
	cmd := exec.CommandContext(ctx, "sh", "-c", `ulimit -t "$1"; shift; exec "$@"`, "sh", fmt.Sprint(int(r.mostCPU.Seconds())*3), program, "generate", spec, "--out", out, "--package", "hostile")
	var said bytes.Buffer
	cmd.Stderr = &said
	_ = cmd.Run() // the exit code says it
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	s := cmd.ProcessState
	r.cpu, r.peak, r.code = s.UserTime()+s.SystemTime(), peakMegabytes(s), s.ExitCode()
	r.said = strings.ReplaceAll(strings.SplitN(said.String(), "\n", 2)[0], work+"/", "")
	files, _ := filepath.Glob(filepath.Join(out, "*"))
	for _, f := range files {
		if info, err := os.Stat(f); err == nil {
			r.written += info.Size()
		}
	}
	return r, nil
}

// bars sets what a run may take: for all that is below a megabyte the same, beyond in proportion.
func (r *row) bars() {
	times := max(1, float64(r.size)/1e6)
	r.mostCPU = time.Duration(3 * times * float64(time.Second))
	r.mostPeak = 500 * times
}
