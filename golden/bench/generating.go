package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/oas2go/oas2go/golden/bench/result"
)

// generateDocument is what both generators make a package of, models and client.
const generateDocument = "spec/dis/openapi.yaml"

// generateWorkload is the name of that in figures.
const generateWorkload = "generate"

// timeGenerators runs both generators in turn, whole processes that write into new folders. A process has much that may disturb it, so
// there are twice the rounds.
func (b *build) timeGenerators(ctx context.Context, rounds int) ([]result.Figure, error) {
	spec := filepath.Join(b.root, filepath.FromSlash(generateDocument))
	own, peer := newProcess(result.Generator), newProcess(result.PeerGenerator)
	for round := range 2*rounds + 1 {
		dir := filepath.Join(b.dir, "generated", fmt.Sprint(round))
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, err
		}
		if err := own.run(ctx, b.program(ownTool), "generate", spec, "--out", filepath.Join(dir, "own"), "--package", "dis"); err != nil {
			return nil, err
		}
		if err := peer.run(ctx, b.program(peerTool), "-generate", "types,client", "-package", "dis", "-o", filepath.Join(dir, "dis.go"), spec); err != nil {
			return nil, err
		}
		if round == 0 { // it read the programs from the disk
			own, peer = newProcess(result.Generator), newProcess(result.PeerGenerator)
		}
	}
	return []result.Figure{own.elapsed, peer.elapsed, own.busy, peer.busy}, nil
}

// A process is a command that runs several times.
type process struct{ elapsed, busy result.Figure }

func newProcess(name string) *process {
	return &process{
		elapsed: result.Figure{Workload: generateWorkload, Direction: result.Elapsed, Contender: name},
		busy:    result.Figure{Workload: generateWorkload, Direction: result.Busy, Contender: name},
	}
}

func (p *process) run(ctx context.Context, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...)
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", filepath.Base(name), err, out)
	}
	p.elapsed.Times = append(p.elapsed.Times, float64(time.Since(start).Nanoseconds()))
	p.busy.Times = append(p.busy.Times, float64((cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Nanoseconds()))
	return nil
}
