// Command oas2go turns an OpenAPI document into a Go package: models, exact validation, a client.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"syscall"
	"time"

	"github.com/oas2go/oas2go/generator"
)

// Exit codes. Scripts depend on them.
const (
	exitFine        = 0
	exitThreshold   = 1 // stale files, errors or (--strict) warnings of lint, parts that are not enforced
	exitUsage       = 2
	exitDocument    = 3 // the document cannot be used
	exitInternal    = 4
	exitInterrupted = 130 // as shells report SIGINT
)

func main() {
	tuneMemory(heapGrowth)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)                         // a second signal kills at once
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr)) // without stop: a signal now must not make a finished run look killed
}

// run is main with its surroundings as parameters.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err, ended := interruptible(ctx, root.ExecuteContext)
	if !ended {
		err = ctx.Err()
	}
	code, text := outcome(err)
	if text != "" {
		fmt.Fprintln(stderr, "oas2go:", text)
	}
	return code
}

// errThreshold and errDocument are results that the command has reported already, errWarnings is one for report to tell.
var (
	errWarnings  = errors.New("warnings")
	errThreshold = errors.New("threshold")
	errDocument  = errors.New("document")
)

// outcome returns the exit code for an error and what is still to be said about it. Errors that no command has made are cobra's,
// about flags and arguments.
func outcome(err error) (code int, text string) {
	if e, ok := errors.AsType[*generator.InternalError](err); ok {
		return exitInternal, e.Error()
	}
	if e, ok := errors.AsType[*toldError](err); ok {
		return e.code, ""
	}
	switch {
	case err == nil:
		return exitFine, ""
	case errors.Is(err, errThreshold):
		return exitThreshold, ""
	case errors.Is(err, errDocument):
		return exitDocument, ""
	case errors.Is(err, context.Canceled):
		return exitInterrupted, "interrupted, nothing was written"
	}
	return exitUsage, strings.TrimSpace(err.Error())
}

// The heap grows by so many percent between collections: a run is short, and its garbage is large beside what it keeps. But fresh memory
// costs time too, more than collecting when there is much of it, and diff keeps two documents.
const (
	heapGrowth       = 400
	diffHeapGrowth   = 100
	middleHeap       = 48 << 20 // bytes from which on the heap grows by middleHeapGrowth
	middleHeapGrowth = 150
	largeHeap        = 300 << 20
	largeHeapGrowth  = 100
)

// tuneMemory trades memory for time as long as the heap is small. There is no limit: near one the collector runs all the time, and an enum
// of a million values took three times as long.
func tuneMemory(percent int) {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(percent)
	if percent <= largeHeapGrowth {
		return
	}
	go func() {
		awaitHeap(middleHeap)
		debug.SetGCPercent(middleHeapGrowth)
		awaitHeap(largeHeap)
		debug.SetGCPercent(largeHeapGrowth)
	}()
}

// awaitHeap returns when the heap has so many bytes.
func awaitHeap(size uint64) {
	heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	for metrics.Read(heap); heap[0].Value.Uint64() < size; metrics.Read(heap) {
		time.Sleep(10 * time.Millisecond)
	}
}
