package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
)

const watchLong = `Watch writes the packages as generate does, and writes them again when a document,
a file that it refers to, or the configuration changes. It ends when it is
interrupted. Each run of an API is one line on standard error. Errors stand above
the line; oas2go lint lists warnings.
` + apisLong

const watchExample = `  oas2go watch
  oas2go watch orders
  oas2go watch api.yaml --out api`

func newWatch() *cobra.Command {
	var f flags
	cmd := &cobra.Command{
		Use:     "watch [SPEC | API] [flags]",
		Short:   "Write the Go packages again whenever a document changes",
		Long:    watchLong,
		Example: watchExample,
		RunE: func(cmd *cobra.Command, args []string) error {
			w := &watcher{cmd: cmd, flags: &f, args: args}
			return w.watch(cmd.Context())
		},
	}
	f.add(cmd, "; it is made if it does not exist")
	_ = cmd.Flags().MarkHidden("format") // lines are for people
	return cmd
}

const (
	watchEvery  = 300 * time.Millisecond // how often files are looked at
	watchSettle = 100 * time.Millisecond // how long a file is left alone that somebody is writing
)

// A stamp says whether a file has changed. That of a file that is not there is zero.
type stamp struct {
	changed time.Time
	size    int64
}

func stampOf(path string) stamp {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}
	}
	return stamp{info.ModTime(), info.Size()}
}

// A watched is an API with the files that it depends on.
type watched struct {
	generator.API
	files map[string]stamp
}

// changed reports whether a file is not as it was.
func (x *watched) changed() bool {
	for path, was := range x.files {
		if stampOf(path) != was {
			return true
		}
	}
	return x.files == nil
}

// note remembers the files. What has changed since the run began is as good as unknown.
func (x *watched) note(paths []string, began time.Time) {
	x.files = map[string]stamp{}
	for _, path := range paths {
		s := stampOf(path)
		if s.changed.After(began) {
			s.size = -1
		}
		x.files[path] = s
	}
}

// A watcher runs the generator whenever something changes.
type watcher struct {
	cmd    *cobra.Command
	flags  *flags
	args   []string
	config string // the path of the configuration, "" if there is none
	apis   []*watched
}

// watch runs until ctx ends, which is no error. What the arguments mean must be right at the beginning.
func (w *watcher) watch(ctx context.Context) error {
	if err := w.find(); err != nil {
		return err
	}
	if err := w.choose(); err != nil {
		return err
	}
	ticker := time.NewTicker(watchEvery)
	defer ticker.Stop()
	for was := stampOf(w.config); ; {
		for _, x := range w.apis {
			if x.changed() {
				w.run(ctx, x)
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
		if now := stampOf(w.config); w.config != "" && now != was {
			time.Sleep(watchSettle)
			was = now
			if err := w.choose(); err != nil {
				w.say(w.config, err.Error())
			}
		} else if slices.ContainsFunc(w.apis, (*watched).changed) {
			time.Sleep(watchSettle)
		}
	}
}

// find finds the configuration.
func (w *watcher) find() (err error) {
	if w.config = w.flags.config.File; w.config == "" {
		w.config, err = generator.FindConfig(".")
	}
	return err
}

// choose finds out which APIs the arguments mean, and forgets what was known of them.
func (w *watcher) choose() error {
	apis, err := selected(w.cmd, w.args, w.flags.config.File)
	if err == nil {
		err = forOne(w.cmd, apis, "out", "package")
	}
	if err != nil {
		return err
	}
	w.apis = nil
	for _, api := range apis {
		if _, err := os.Stat(api.Document); api.Name == "" && err != nil {
			return fmt.Errorf("%s: only files can be watched", generator.ShownAs(api.Document))
		}
		w.apis = append(w.apis, &watched{API: api})
	}
	return nil
}

// run runs the generator for an API and says in a line what became of it.
func (w *watcher) run(ctx context.Context, x *watched) {
	began := time.Now()
	p := w.flags.packageRun(w.cmd, x.API)
	p.run(nil)
	inputs := []string{x.Document}
	if p.result != nil {
		inputs = p.result.Inputs
	}
	x.note(slices.DeleteFunc(inputs, func(path string) bool { return path == w.config }), began) // choose comes after its change
	if ctx.Err() != nil {
		return
	}
	name := x.Name
	if name == "" {
		name = generator.ShownAs(x.Document)
	}
	w.say(name, w.finish(p))
}

// finish writes the package and returns what to say.
func (w *watcher) finish(p *packageRun) string {
	if p.result == nil {
		return errorText(p.err)
	}
	counts := summary(slices.DeleteFunc(slices.Clone(p.result.Findings), func(f diag.Finding) bool { return f.Severity == diag.Info }))
	if p.err != nil {
		shown := func(f diag.Finding) bool {
			return f.Severity == diag.Error || !errors.Is(p.err, generator.ErrUnusable) && generator.Unenforced(f)
		}
		list := slices.DeleteFunc(slices.Clone(p.result.Findings), func(f diag.Finding) bool { return !shown(f) })
		if err := w.flags.printing.text(w.cmd.ErrOrStderr()).Write(w.cmd.ErrOrStderr(), list); err != nil {
			return err.Error()
		}
		return fmt.Sprintf("%s; not written: %v", counts, p.err)
	}
	said, err := p.write(false)
	if err != nil {
		return errorText(err)
	}
	if counts != "" {
		said += "; " + counts
	}
	return said
}

// say prints a line.
func (w *watcher) say(name, text string) {
	fmt.Fprintf(w.cmd.ErrOrStderr(), "%s %s: %s\n", time.Now().Format(time.TimeOnly), name, strings.TrimSpace(text))
}
