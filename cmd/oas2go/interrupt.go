package main

import (
	"context"
	"sync"
	"time"
)

// graceTime is how long a run that is interrupted may go on: most notice it at once and say what they leave, but not every step asks.
const graceTime = 500 * time.Millisecond

// busyKey finds the lock of what must not be cut off in a context.
type busyKey struct{}

// interruptible runs a command, and comes back soon after ctx has ended, whatever the command does: ok is false if it did not end by then.
// What it does in [whole] goes through. The caller must end the process.
func interruptible(ctx context.Context, command func(context.Context) error) (err error, ok bool) {
	var busy sync.Mutex
	done := make(chan error, 1)
	go func() { done <- command(context.WithValue(ctx, busyKey{}, &busy)) }()
	select {
	case err := <-done:
		return err, true
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err, true
	case <-time.After(graceTime):
	}
	if busy.TryLock() { // for good: nothing begins any more
		return nil, false
	}
	return <-done, true
}

// whole does something that an interrupt must not cut off, such as the moves of files, and that takes no time or asks ctx itself.
func whole(ctx context.Context, do func() error) error {
	if busy, ok := ctx.Value(busyKey{}).(*sync.Mutex); ok {
		busy.Lock()
		defer busy.Unlock()
	}
	return do()
}
