package main

import (
	"context"
	"os"
	"runtime"
	"strings"
	"time"
)

// A machine is where and when figures were taken.
type machine struct {
	Processor  string
	Processors int
	System     string
	Go         string
	Date       string
}

func thisMachine(now time.Time) machine {
	m := machine{
		Processor:  runtime.GOARCH,
		Processors: runtime.NumCPU(),
		System:     runtime.GOOS + "/" + runtime.GOARCH,
		Go:         strings.TrimPrefix(runtime.Version(), "go"),
		Date:       now.Format(time.DateOnly),
	}
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if name := processorName(string(text)); name != "" {
			m.Processor = name
		}
	}
	return m
}

// processorName finds the first name in what Linux says about processors.
func processorName(text string) string {
	for line := range strings.Lines(text) {
		if name, value, _ := strings.Cut(line, ":"); strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// versions lists the modules that take part.
func versions(ctx context.Context) (string, error) {
	out, err := output(ctx, "go", "list", "-m", "-f", "{{.Path}} {{.Version}}",
		"github.com/oapi-codegen/oapi-codegen/v2", "github.com/getkin/kin-openapi", "github.com/go-json-experiment/json",
		"github.com/goccy/go-json", "github.com/bytedance/sonic", "github.com/oapi-codegen/nethttp-middleware", "github.com/ogen-go/ogen")
	if err != nil {
		return "", err
	}
	var list []string
	for line := range strings.Lines(out) {
		module, version, _ := strings.Cut(strings.TrimSpace(line), " ")
		module = strings.TrimPrefix(strings.TrimSuffix(module, "/v2"), "github.com/")
		list = append(list, module+" "+version)
	}
	return strings.Join(list, ", "), nil
}
