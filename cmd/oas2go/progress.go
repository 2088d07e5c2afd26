package main

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// progressAfter is how long a run may take before a terminal shows what it does.
const progressAfter = time.Second

// A progress shows on a terminal what a run does, in one line that it takes away at the end.
type progress struct {
	w     io.Writer
	after time.Duration
	stage atomic.Pointer[string]
	stop  chan struct{}
	done  chan struct{}
}

// progressOf returns what to tell the progress to, nil if w is no terminal, and what takes the line away.
func progressOf(w io.Writer) (set func(string), end func()) {
	if !isTerminal(w) {
		return nil, func() {}
	}
	p := startProgress(w, progressAfter)
	return p.set, sync.OnceFunc(p.end)
}

// startProgress begins to wait. Nothing is shown if the run is quick.
func startProgress(w io.Writer, after time.Duration) *progress {
	p := &progress{w: w, after: after, stop: make(chan struct{}), done: make(chan struct{})}
	go p.run()
	return p
}

// set notes what the run does now.
func (p *progress) set(stage string) { p.stage.Store(&stage) }

// end takes the line away.
func (p *progress) end() {
	close(p.stop)
	<-p.done
}

func (p *progress) run() {
	defer close(p.done)
	start := time.Now()
	timer := time.NewTimer(p.after)
	defer timer.Stop()
	for shown := false; ; shown = true {
		select {
		case <-p.stop:
			if shown {
				fmt.Fprint(p.w, "\r\x1b[K")
			}
			return
		case <-timer.C:
		}
		if stage := p.stage.Load(); stage != nil {
			fmt.Fprintf(p.w, "\r\x1b[K%s, %d s", *stage, int(time.Since(start).Seconds()))
		}
		timer.Reset(100 * time.Millisecond)
	}
}
