package main

import (
	"errors"
	"os"
	"runtime"
	"runtime/pprof"

	"github.com/spf13/pflag"
)

// profiles are the files that tell where a run spends time and memory, for people who work on oas2go: go tool pprof reads them.
type profiles struct{ cpu, memory string }

func (p *profiles) add(set *pflag.FlagSet) {
	set.StringVar(&p.cpu, "cpuprofile", "", "write a CPU profile to `file`")
	set.StringVar(&p.memory, "memprofile", "", "write a profile of all allocations to `file`")
	for _, name := range []string{"cpuprofile", "memprofile"} {
		set.Lookup(name).Hidden = true
	}
}

// around runs a command and writes the profiles that somebody wants, also if it fails.
func (p *profiles) around(run func() error) (err error) {
	if p.cpu != "" {
		file, err := os.Create(p.cpu)
		if err != nil {
			return err
		}
		defer file.Close()
		if err := pprof.StartCPUProfile(file); err != nil {
			return err
		}
	}
	err = run()
	pprof.StopCPUProfile()
	if p.memory == "" {
		return err
	}
	file, fileErr := os.Create(p.memory)
	if fileErr != nil {
		return errors.Join(err, fileErr)
	}
	runtime.GC() // the profile has what was allocated before the last collection
	return errors.Join(err, pprof.Lookup("allocs").WriteTo(file, 0), file.Close())
}
