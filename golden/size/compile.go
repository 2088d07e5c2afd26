package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/oas2go/oas2go/golden/scratch"
)

// A cost is what one run of the compiler took: user and system time, and its largest resident set.
type cost struct{ seconds, megabytes float64 }

// asTool is the first argument of this program when the go command runs it in front of each tool. Behind it come the file for the
// cost, the import path of the package that is measured, and the command.
const asTool = "-as-tool"

// compileOne compiles one package whose dependencies are compiled, and returns what that took and the size of the object file. What
// takes a few seconds is measured three times: the smallest cost is the one with the least in it that is not the package's.
func compileOne(ctx context.Context, m *scratch.Module, pkg string) (least cost, object int64, err error) {
	if err := compileDependencies(ctx, m, pkg); err != nil {
		return cost{}, 0, err
	}
	for i := range 3 {
		text := fmt.Sprintf("package %s // for the %d. time: the cache must not have it\n", pkg, i+1)
		if err := m.Write(pkg+"/again.go", []byte(text)); err != nil {
			return cost{}, 0, err
		}
		c, size, err := compileOnce(ctx, m, pkg)
		if err != nil {
			return cost{}, 0, err
		}
		if object = size; i == 0 {
			least = c
		}
		least = cost{min(least.seconds, c.seconds), min(least.megabytes, c.megabytes)}
		if c.seconds > 5 {
			break
		}
	}
	return least, object, nil
}

func compileDependencies(ctx context.Context, m *scratch.Module, pkg string) error {
	list, err := m.Go(ctx, "list", "-deps", "./"+pkg)
	if err != nil {
		return fmt.Errorf("%w\n%s", err, list)
	}
	packages := strings.Fields(string(list)) // the last one is pkg itself
	if out, err := m.Go(ctx, append([]string{"build", "-trimpath=false"}, packages[:len(packages)-1]...)...); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
}

// compileOnce compiles a package. Without -trimpath, the cache counts the name of the folder, which is new.
func compileOnce(ctx context.Context, m *scratch.Module, pkg string) (c cost, object int64, err error) {
	self, err := os.Executable()
	if err != nil {
		return c, 0, err
	}
	report, archive := filepath.Join(m.Dir, pkg+".cost"), filepath.Join(m.Dir, pkg+".a")
	tool := fmt.Sprintf("-toolexec='%s' %s '%s' %s", self, asTool, report, modulePath+"/"+pkg)
	if out, err := m.Go(ctx, "build", "-trimpath=false", tool, "-o", archive, "./"+pkg); err != nil {
		return c, 0, fmt.Errorf("%w\n%s", err, out)
	}
	text, err := os.ReadFile(report)
	if err != nil {
		return c, 0, err
	}
	if _, err := fmt.Sscan(string(text), &c.seconds, &c.megabytes); err != nil {
		return c, 0, err
	}
	info, err := os.Stat(archive)
	if err != nil {
		return c, 0, err
	}
	return c, info.Size(), os.Remove(report)
}

// runTool runs a tool for the go command, and reports the cost if it is the compiler with the package that is measured.
func runTool(report, path string, command []string) (exitCode int) {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	err := cmd.Run()
	tool := strings.TrimSuffix(filepath.Base(command[0]), ".exe")
	asks := command[len(command)-1] == "-V=full" // the go command asks for the version
	if err == nil && tool == "compile" && os.Getenv("TOOLEXEC_IMPORTPATH") == path && !asks {
		s := cmd.ProcessState
		text := fmt.Sprintln((s.UserTime() + s.SystemTime()).Seconds(), peakMegabytes(s))
		err = os.WriteFile(report, []byte(text), 0o600)
	}
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return exit.ExitCode()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "size:", err)
		return 1
	}
	return 0
}
