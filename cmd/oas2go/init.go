package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator"
)

const initLong = `Init looks at the folder of FILE, which is oas2go.yaml here if it is left out, and
writes a configuration that lists the APIs there: the OpenAPI documents, each with
a folder for its package. All other settings are in it as comments. FILE - is
standard output. A file that exists is not overwritten.

A package that oas2go has generated before keeps its folder. Configurations of
oapi-codegen and ogen are translated, as far as they can be. Each of their lines
is reported on standard error, with what to do instead of those that cannot be
translated. The old code stays: the new package is in a folder of its own.`

const initExample = `  oas2go init
  oas2go init --from oapi-codegen.yaml
  oas2go init --from api/ogen.yml --document api/openapi.yaml
  oas2go init -`

func newInit() *cobra.Command {
	var c generator.InitConfig
	cmd := &cobra.Command{
		Use:     "init [FILE] [flags]",
		Short:   "Write a configuration that lists the APIs of a repository",
		Long:    initLong,
		Example: initExample,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			path := generator.ConfigName
			if len(args) > 0 {
				path = args[0]
			}
			if c.Document != "" && len(c.From) != 1 {
				return errors.New("--document is for one --from")
			}
			return writeFirst(cmd, c, path)
		},
	}
	set := cmd.Flags()
	set.SortFlags = false
	set.StringArrayVar(&c.From, "from", nil, "configuration `file` of oapi-codegen or ogen; only its API is listed; can be given several times")
	set.StringVar(&c.Document, "document", "", "`file` that the configuration is for, if no line for go generate says it")
	return cmd
}

func writeFirst(cmd *cobra.Command, c generator.InitConfig, path string) error {
	c.Dir = filepath.Dir(path) // of - it is this folder
	if _, err := os.Lstat(path); path != "-" && !errors.Is(err, fs.ErrNotExist) {
		if err != nil {
			return err
		}
		return fmt.Errorf("%s is there already; it was not changed", path)
	}
	result, err := generator.Init(cmd.Context(), c)
	if err != nil {
		return err
	}
	if path == "-" {
		_, err = cmd.OutOrStdout().Write(result.Text)
	} else {
		err = create(path, result.Text)
	}
	if err != nil {
		return err
	}
	return tellFirst(cmd, path, result)
}

// create writes a new file.
func create(path string, text []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	return errors.Join(err, file.Close())
}

// tellFirst says what is in the configuration, what became of others, and what to do now.
func tellFirst(cmd *cobra.Command, path string, result *generator.InitResult) error {
	w := cmd.ErrOrStderr()
	for _, n := range result.Notes {
		verb := "is not translated"
		if n.Translated {
			verb = "is translated"
		}
		if _, err := fmt.Fprintf(w, "%s: %s %s: %s\n", n.Pos, n.Key, verb, n.Text); err != nil {
			return err
		}
	}
	for _, a := range result.APIs {
		if _, err := fmt.Fprintf(w, "%s: %s -> %s\n", a.Name, a.Document, a.Out); err != nil {
			return err
		}
	}
	switch {
	case path == "-":
		return nil
	case len(result.APIs) == 0:
		_, err := fmt.Fprintf(w, "%s: written; there is not an OpenAPI document here that can be used: fill in apis\n", path)
		return err
	}
	command := "oas2go generate"
	if filepath.Base(path) != generator.ConfigName {
		command += " --config " + path
	}
	_, err := fmt.Fprintf(w, "%s: written, with %s; now run %s\n", path, count(len(result.APIs), "API"), command)
	return err
}
