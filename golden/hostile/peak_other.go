//go:build !unix

package main

import "os"

// peakMegabytes returns 0: the system does not say.
func peakMegabytes(*os.ProcessState) float64 { return 0 }
