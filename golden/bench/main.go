package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/oas2go/oas2go/golden/bench/result"
	"github.com/oas2go/oas2go/golden/bench/workload"
)

// options are the flags.
type options struct {
	rounds    int
	slot      time.Duration
	workloads string
	write     string
}

func main() {
	var o options
	flag.IntVar(&o.rounds, "rounds", 15, "`number` of rounds; each lets every contender run once")
	flag.DurationVar(&o.slot, "time", 20*time.Millisecond, "`time` of a contender in a round")
	flag.StringVar(&o.workloads, "workload", "", "the workloads, with commas between them, such as w1,w2; default: all, and the generators")
	flag.StringVar(&o.write, "write", "", "`file` that gets the report; what was written in it by hand is kept")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, o)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run measures and prints, and writes the report.
func run(ctx context.Context, o options) error {
	chosen, err := workload.Choose(o.workloads)
	if err != nil {
		return err
	}
	if o.write != "" && o.workloads != "" {
		return errors.New("a report has all workloads: -write goes without -workload")
	}
	dir, err := os.MkdirTemp("", "bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b, err := newBuild(ctx, dir)
	if err != nil {
		return err
	}
	report, err := b.measure(ctx, o)
	if err != nil {
		return err
	}
	var tables strings.Builder
	printBars(&tables, report)
	for _, w := range chosen {
		printWorkload(&tables, report, w)
	}
	printOnTop(&tables, report)
	printCalls(&tables, report)
	printServing(&tables, report)
	if o.workloads == "" {
		printGenerating(&tables, report)
	}
	if _, err := fmt.Print(tables.String()); err != nil || o.write == "" {
		return err
	}
	names, err := versions(ctx)
	if err != nil {
		return err
	}
	return page{thisMachine(time.Now()), o.rounds, o.slot.String(), report.Native, names, tables.String()}.write(o.write)
}

// measure runs the runner, and the generators if no workload was asked for.
func (b *build) measure(ctx context.Context, o options) (*result.Report, error) {
	program, err := b.runner(ctx)
	if err != nil {
		return nil, err
	}
	out, err := output(ctx, program, "-rounds", fmt.Sprint(o.rounds), "-time", o.slot.String(), "-workload", o.workloads, "-documents", b.documents())
	if err != nil {
		return nil, err
	}
	report := new(result.Report)
	if err := json.Unmarshal([]byte(out), report); err != nil {
		return nil, err
	}
	if o.workloads == "" {
		figures, err := b.timeGenerators(ctx, o.rounds)
		if err != nil {
			return nil, err
		}
		report.Figures = append(report.Figures, figures...)
	}
	return report, nil
}
