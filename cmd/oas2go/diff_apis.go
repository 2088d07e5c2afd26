package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator"
)

// selected compares what the arguments mean: two documents, or APIs with what a revision has.
func (f *diffFlags) selected(cmd *cobra.Command, args []string) error {
	if f.changelog && cmd.Flags().Changed("format") {
		return errors.New("--changelog is a format of its own: leave --format out, or write a file with --output changelog=FILE")
	}
	files, err := f.outputFiles()
	if err != nil {
		return err
	}
	s, err := generator.SelectDiff(args, f.config.Reading.File)
	if errors.Is(err, generator.ErrNoAPIs) {
		return fmt.Errorf("which documents? %s (there is %w)", cmd.UseLine(), err)
	}
	if err != nil {
		return err
	}
	if s.Documents {
		_, err := f.run(cmd, f.configOf(s.APIs[0], s.Old), files)
		return err
	}
	reads(cmd, &f.config.Reading, "", f.verbose)
	list, err := s.Diffs(cmd.Context(), f.config.Reading)
	if err != nil {
		return err
	}
	return f.each(cmd, list, files)
}

// configOf returns what to compare of an API.
func (f *diffFlags) configOf(api generator.API, old string) generator.DiffConfig {
	c := f.config
	c.Reading = readingOf(api, c.Reading)
	c.Old, c.New = old, api.Document
	return c
}

// apiWord stands for the name of an API in the name of a file.
const apiWord = "{api}"

// each compares one API after the other. The report is of one API: formats that are one whole document need a file for each.
func (f *diffFlags) each(cmd *cobra.Command, list []generator.APIDiff, files [][2]string) error {
	if len(list) > 1 {
		for _, file := range files {
			if !strings.Contains(file[1], apiWord) {
				return fmt.Errorf("--output %s=%s: there are several APIs: the name of the file needs %s", file[0], file[1], apiWord)
			}
		}
		if slices.Contains([]string{"html", "json", "junit", "sarif"}, f.format.value) {
			return fmt.Errorf("--format %[1]s is a document for one API: name one, or use --output '%[1]s=%[2]s.%[1]s'", f.format.value, apiWord)
		}
	}
	var jobs []job
	between := ""
	for _, x := range list {
		ofAPI := slices.Clone(files)
		for i := range ofAPI {
			ofAPI[i][1] = strings.ReplaceAll(ofAPI[i][1], apiWord, x.Name)
		}
		place := x.Document
		if place == "" {
			place = x.Old
		}
		finish := func(alone bool) (string, error) {
			if x.Old == "" || x.Document == "" {
				return f.oneSided(cmd, x, alone)
			}
			fmt.Fprint(cmd.OutOrStdout(), between)
			between = "\n"
			return f.run(cmd, f.configOf(x.API, x.Old), ofAPI)
		}
		jobs = append(jobs, job{x.Name, place, func() {}, finish})
	}
	return runJobs(cmd, &printing{format: "text"}, jobs)
}

// oneSided tells of an API that only one side has. One that is gone breaks all of its callers.
func (f *diffFlags) oneSided(cmd *cobra.Command, x generator.APIDiff, alone bool) (said string, err error) {
	said = "new, there is nothing to compare it with"
	if x.Document == "" {
		if said = "gone from the configuration"; f.failOn.value != "none" {
			err = errThreshold
		}
	}
	if alone {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s\n", x.Name, said)
	}
	return said, err
}
