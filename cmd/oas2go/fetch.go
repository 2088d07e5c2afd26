package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator"
)

const fetchLong = `Fetch updates the documents of APIs that have a source in oas2go.yaml: the URL
that the document is a copy of. It reports what each change means, as oas2go diff
does, and replaces the copy. It is the only command that uses a network.

Only https URLs are fetched. The hashes of the copies are in oas2go.sum beside the
configuration; sha256sum --check reads it. A copy that was changed since it was
fetched is not overwritten. Files that a document refers to are not fetched.`

const fetchExample = `  oas2go fetch
  oas2go fetch orders
  oas2go fetch --check    # exits 1 if a source differs from its copy`

func newFetch() *cobra.Command {
	var f fetchFlags
	cmd := &cobra.Command{
		Use:     "fetch [API] [flags]",
		Short:   "Update the copies of documents from other hosts",
		Long:    fetchLong,
		Example: fetchExample,
		Args:    cobra.MaximumNArgs(1),
		RunE:    f.run,
	}
	set := cmd.Flags()
	set.SortFlags = false
	set.StringVar(&f.file, "config", "", "configuration `file` (default: oas2go.yaml here or above)")
	set.BoolVar(&f.config.Check, "check", false, "write nothing, and exit 1 if a source differs from its copy")
	set.BoolVar(&f.config.Overwrite, "force", false, "overwrite copies that were changed since they were fetched")
	return cmd
}

// fetchFlags are the flags of fetch.
type fetchFlags struct {
	file   string
	config generator.FetchConfig
}

func (f *fetchFlags) run(cmd *cobra.Command, args []string) error {
	apis, err := selected(cmd, args, f.file)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		apis = slices.DeleteFunc(slices.Clone(apis), func(a generator.API) bool { return a.Source == "" })
	}
	if len(apis) == 0 || apis[0].Name == "" {
		return errors.New("no API has a source: write the URL of its document as source into oas2go.yaml")
	}
	var jobs []job
	for _, api := range apis {
		jobs = append(jobs, job{api.Name, api.Document, func() {}, func(alone bool) (string, error) { return f.fetch(cmd, api, alone) }})
	}
	return runJobs(cmd, &printing{format: "text"}, jobs)
}

// fetch updates one document, prints what the change means, and says what it did.
func (f *fetchFlags) fetch(cmd *cobra.Command, api generator.API, alone bool) (said string, err error) {
	c := f.config
	c.API, c.Version = api, version()
	result, err := generator.Fetch(cmd.Context(), c)
	if err != nil {
		return "", err
	}
	switch {
	case !result.Changed:
		said = "up to date"
	case result.Diff == nil:
		said = "written, there is nothing to compare it with"
	default:
		report, err := result.Diff.Render("text", terminalLook(generator.Look{Version: version()}, cmd.OutOrStdout()))
		if err != nil {
			return "", err
		}
		if _, err := cmd.OutOrStdout().Write(report); err != nil {
			return "", err
		}
		said = "written, " + result.Diff.Verdict()
	}
	if c.Check && result.Changed {
		said, err = "the source has something else; run oas2go fetch", errThreshold
	}
	said += ", sha256 " + result.Hash
	if alone {
		cmd.PrintErrf("%s: %s\n", api.Document, said)
	}
	return said, err
}
