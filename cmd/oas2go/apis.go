package main

import (
	"cmp"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/oas2go/oas2go/generator"
)

// apisLong is the part of a help text about documents and APIs.
const apisLong = `
SPEC is the path of a document, - for standard input, or REF:PATH for what git
has. API is the name of an API of oas2go.yaml, the configuration in this folder
or above it, up to the root of the repository. Without an argument the command
works on all APIs of that file; --config names another one.`

// documentOrAPI is the rule for arguments of commands that take one document, the name of an API, or nothing for all APIs.
func documentOrAPI(cmd *cobra.Command, args []string) error {
	if len(args) < 2 {
		return nil
	}
	return oneSpec(cmd, args)
}

// selected returns the APIs that arguments mean. Without a configuration that lists APIs a document is needed.
func selected(cmd *cobra.Command, args []string, config string) ([]generator.API, error) {
	argument := ""
	if len(args) > 0 {
		if argument = args[0]; argument == "" {
			return nil, oneSpec(cmd, nil)
		}
	}
	list, err := generator.Select(argument, config)
	if errors.Is(err, generator.ErrNoAPIs) {
		return nil, fmt.Errorf("which document? %s (there is %w)", cmd.UseLine(), err)
	}
	return list, err
}

// oneAPI is selected for commands that work on one API.
func oneAPI(cmd *cobra.Command, args []string, config string) (generator.API, error) {
	list, err := selected(cmd, args, config)
	switch {
	case err != nil:
		return generator.API{}, err
	case len(list) > 1:
		return generator.API{}, fmt.Errorf("which API? The configuration has %s", apiNames(list))
	}
	return list[0], nil
}

func apiNames(apis []generator.API) string {
	var names []string
	for _, a := range apis {
		names = append(names, a.Name)
	}
	return strings.Join(names, ", ")
}

// readingOf returns c for an API, for commands that write no package and need a name for one all the same.
func readingOf(api generator.API, c generator.Config) generator.Config {
	c = api.Apply(c)
	c.Package = cmp.Or(c.Package, "api")
	return c
}

// forOne refuses flags that say something about one package if there are several.
func forOne(cmd *cobra.Command, apis []generator.API, flags ...string) error {
	for _, name := range flags {
		if len(apis) > 1 && cmd.Flags().Changed(name) {
			return fmt.Errorf("--%s is for one API: name one of %s", name, apiNames(apis))
		}
	}
	return nil
}

// A job is what a command does for one API.
type job struct {
	name, place string                           // of the API, and what it is about: the folder or the document
	run         func()                           // beside other jobs
	finish      func(alone bool) (string, error) // later, in the order of the configuration; it returns what a summary says
}

// runJobs runs jobs side by side and finishes them in order. If there are several, a summary has a line for each, and the error is the
// worst one.
func runJobs(cmd *cobra.Command, p *printing, jobs []job) error {
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, j := range jobs {
		group.Go(func() error { j.run(); return nil })
	}
	_ = group.Wait() // errors are told by finish
	if len(jobs) == 1 {
		_, err := jobs[0].finish(true)
		return err
	}
	var errs []error
	said := make([]string, len(jobs))
	for i, j := range jobs {
		text, err := j.finish(false)
		if err != nil {
			errs = append(errs, p.told(cmd.ErrOrStderr(), j.name, err))
		}
		said[i] = cmp.Or(text, "failed, see above")
	}
	if err := summarize(cmd, jobs, said); err != nil {
		return err
	}
	return worst(errs)
}

// summarize prints a line for each job, in columns.
func summarize(cmd *cobra.Command, jobs []job, said []string) error {
	name, place := 0, 0
	for _, j := range jobs {
		name, place = max(name, len(j.name)), max(place, len(j.place))
	}
	for i, j := range jobs {
		if _, err := fmt.Fprintf(cmd.ErrOrStderr(), "%-*s  %-*s  %s\n", name, j.name, place, j.place, said[i]); err != nil {
			return err
		}
	}
	return nil
}

// A toldError is an error that was printed: what is left of it is the exit code.
type toldError struct{ code int }

// Error returns nothing: there is nothing more to say.
func (e *toldError) Error() string { return "" }

// worst returns the error with the exit code that says most, nil if there is none.
func worst(errs []error) error {
	order := []int{exitThreshold, exitDocument, exitUsage, exitInterrupted, exitInternal}
	most := -1
	for _, err := range errs {
		code, _ := outcome(err)
		most = max(most, slices.Index(order, code))
	}
	if most < 0 {
		return nil
	}
	return &toldError{order[most]}
}
