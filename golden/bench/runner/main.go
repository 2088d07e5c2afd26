package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/bytedance/sonic"

	"github.com/oas2go/oas2go/golden/bench/result"
	"github.com/oas2go/oas2go/golden/bench/workload"
)

// options are the flags.
type options struct {
	rounds    int
	slot      time.Duration
	workloads string
	documents string
}

func main() {
	var o options
	flag.IntVar(&o.rounds, "rounds", 1, "number of rounds")
	flag.DurationVar(&o.slot, "time", time.Millisecond, "time of a contender in a round")
	flag.StringVar(&o.workloads, "workload", "", "the workloads, with commas between them; all if it is empty")
	flag.StringVar(&o.documents, "documents", "", "`folder` with the document of each package")
	flag.Parse()
	runtime.LockOSThread() // clock is that of a thread
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run measures the workloads, one after the other, and prints the report.
func run(o options) error {
	report := result.Report{Native: sonic.APIKind == sonic.UseSonicJSON}
	made := generated()
	chosen, err := workload.Choose(o.workloads)
	if err != nil {
		return err
	}
	for _, w := range chosen {
		t, ok := made[w.Name]
		if !ok {
			return fmt.Errorf("there are no types for %s: program bench has to build this one", w.Name)
		}
		if w.ByHand {
			t.plain = byHand(w.Name)
		}
		fmt.Fprintln(os.Stderr, "measuring", w.Name)
		tracks, err := o.tracks(w, t)
		if err != nil {
			return err
		}
		if err := race(tracks, o.rounds); err != nil {
			return err
		}
		for _, track := range tracks {
			report.Figures = append(report.Figures, track.done())
		}
	}
	if workload.Calls(o.workloads) {
		figures, err := o.calls()
		if err != nil {
			return err
		}
		report.Figures = append(report.Figures, figures...)
	}
	if workload.Serves(o.workloads) {
		figures, err := o.serving()
		if err != nil {
			return err
		}
		report.Figures = append(report.Figures, figures...)
	}
	return json.NewEncoder(os.Stdout).Encode(report)
}

// byHand returns the struct that is written by hand for a workload.
func byHand(name string) func() any {
	if name == "feed" {
		return func() any { return new(feed) }
	}
	return func() any { return new(eventList) }
}

// calls measures calls of the operation of the service.
func (o options) calls() (figures []result.Figure, err error) {
	w, err := workload.Choose("w1")
	if err != nil {
		return nil, err
	}
	all, err := callers(w[0].Text())
	if err != nil {
		return nil, err
	}
	return o.calling(workload.Call, result.Call, all)
}

// calling measures contenders that make calls.
func (o options) calling(name, direction string, all []contender) (figures []result.Figure, err error) {
	fmt.Fprintln(os.Stderr, "measuring", name)
	var tracks []*track
	for _, c := range all {
		track, err := newTrack(c, result.Figure{Workload: name, Direction: direction}, o.slot)
		if err != nil {
			return nil, err
		}
		tracks = append(tracks, track)
	}
	if err := race(tracks, o.rounds); err != nil {
		return nil, err
	}
	for _, track := range tracks {
		figures = append(figures, track.done())
	}
	return figures, nil
}

// tracks checks that all contenders for a workload agree.
func (o options) tracks(w workload.Workload, t types) (tracks []*track, err error) {
	text := w.Text()
	all := readers(text, t)
	if w.Judged {
		c, err := interpreted(filepath.Join(o.documents, w.Package()+".yaml"), w.Component, text, t)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	writing, err := writers(text, t)
	if err != nil {
		return nil, err
	}
	for _, c := range append(all, writing...) {
		figure := result.Figure{Workload: w.Name, Direction: result.Read}
		if c.write != nil {
			figure.Direction = result.Write
		}
		if err := c.agrees(text); err != nil {
			return nil, fmt.Errorf("%s, %s, %s: %w", w.Name, figure.Direction, c.name, err)
		}
		track, err := newTrack(c, figure, o.slot)
		if err != nil {
			return nil, err
		}
		tracks = append(tracks, track)
	}
	return tracks, nil
}
