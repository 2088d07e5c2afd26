//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peakMegabytes returns the largest resident set of a process.
func peakMegabytes(s *os.ProcessState) float64 {
	peak := float64(s.SysUsage().(*syscall.Rusage).Maxrss)
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" { // in bytes there
		peak /= 1024
	}
	return peak / 1024
}
