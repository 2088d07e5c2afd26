package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator"
)

const initLong = `Init writes a first configuration file with everything that can be configured, as
comments, and says how to use it. It does not overwrite a file. FILE - is
standard output.`

func newInit() *cobra.Command {
	return &cobra.Command{
		Use:     "init [FILE]",
		Short:   "Write a first configuration file",
		Long:    initLong,
		Example: "  oas2go init\n  oas2go init internal/shop/oas2go.yaml",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			path := "oas2go.yaml"
			if len(args) > 0 {
				path = args[0]
			}
			if path == "-" {
				_, err := cmd.OutOrStdout().Write(generator.FirstConfig())
				return err
			}
			return writeFirst(cmd, path)
		},
	}
}

func writeFirst(cmd *cobra.Command, path string) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already; it was not changed", path)
	}
	if err != nil {
		return err
	}
	_, err = file.Write(generator.FirstConfig())
	if err := errors.Join(err, file.Close()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.ErrOrStderr(), "%s: written; use it with oas2go generate SPEC --config %s\n", path, path)
	return err
}
