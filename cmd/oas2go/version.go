package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version of oas2go and of the Go that built it",
		Example: "  oas2go version",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), versionLine(buildInfo()))
			return err
		},
	}
}

func buildInfo() *debug.BuildInfo {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info
	}
	return &debug.BuildInfo{}
}

// version returns the version for reports.
func version() string { return versionOf(buildInfo()) }

// versionLine returns "oas2go v1.2.3 go1.26.0".
func versionLine(info *debug.BuildInfo) string {
	return fmt.Sprintf("oas2go %s %s", versionOf(info), info.GoVersion)
}

// versionOf returns "v1.2.3"; a build of a checkout without a version has the commit.
func versionOf(info *debug.BuildInfo) string {
	version, commit, dirty := info.Main.Version, "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			dirty = "+dirty"
		}
	}
	switch {
	case version != "" && version != "(devel)":
	case commit != "":
		version = "devel " + commit + dirty
	default:
		version = "devel"
	}
	return version
}
