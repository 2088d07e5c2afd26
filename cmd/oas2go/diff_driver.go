package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator"
)

// driver is diff for git: gitattributes(5), "Defining an external diff driver". Git stops at a driver that fails, and what it says about
// other files would be lost, so what goes wrong with one document is a line of the output.
func (f *diffFlags) driver(cmd *cobra.Command, args []string) error {
	w := cmd.OutOrStdout()
	cmd.SetErr(w) // what git shows is one text, in a pager
	line := func(path, text string) error {
		_, err := fmt.Fprintf(w, "oas2go diff %s: %s\n", path, text)
		return err
	}
	switch len(args) {
	case 1:
		return line(args[0], "not merged")
	case 7, 9: // path, old file, old hash, old mode, new file, new hash, new mode; if renamed: the new path, what was renamed
	default:
		return fmt.Errorf("--git-driver is for git: it takes the arguments of a diff driver, and git gives them")
	}
	git := &generator.GitDiff{Path: args[0], OldFile: args[1], OldHash: args[2], NewFile: args[4], NewHash: args[5]}
	shown := git.Path
	if len(args) == 9 {
		git.NewPath = args[7]
		shown += " -> " + git.NewPath
	}
	switch {
	case isNothing(git.OldFile):
		return line(git.Path, "new document")
	case isNothing(git.NewFile):
		return line(git.Path, "removed")
	}
	if _, err := fmt.Fprintf(w, "oas2go diff %s\n", shown); err != nil {
		return err
	}
	f.config.Git, f.config.Reading = git, readingOf(generator.API{}, f.config.Reading)
	files, err := f.outputFiles()
	if err == nil {
		_, err = f.run(cmd, f.config, files)
	}
	switch _, internal := errors.AsType[*generator.InternalError](err); {
	case internal || errors.Is(err, context.Canceled) || errors.Is(err, io.ErrShortWrite):
		return err
	case errors.Is(err, errDocument):
		return line(shown, "it cannot be read, see above")
	case err != nil && !errors.Is(err, errThreshold):
		return line(shown, errorText(err))
	}
	return nil
}

// isNothing reports whether git has no version of a file.
func isNothing(path string) bool { return path == "/dev/null" || path == os.DevNull }
