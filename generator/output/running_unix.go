//go:build unix

package output

import (
	"errors"
	"os"
	"syscall"
)

// running reports whether a process runs. One of another user may not be sent a signal, but it runs.
func running(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer p.Release()
	return !errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}
