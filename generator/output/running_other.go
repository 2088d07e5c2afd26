//go:build !unix

package output

import "os"

// running reports whether a process runs. Windows finds no other ones; where all are found, a folder that a killed run left stays.
func running(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer p.Release()
	return true
}
