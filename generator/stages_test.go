//go:build unix

package generator

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/golden/mechanical"
)

// BenchmarkStages runs the generator over documents and reports for each stage the CPU milliseconds that it takes and the megabytes that
// it allocates. What scales takes twice as much for a document of twice the size. With OAS2GO_CORPUS=folder the documents of that folder are run too.
func BenchmarkStages(b *testing.B) {
	for _, n := range []int{1000, 2000, 4000, 8000} {
		path := filepath.Join(b.TempDir(), "mechanical.yaml")
		require.NoError(b, os.WriteFile(path, mechanical.Document(n, n, 1), 0o600))
		b.Run(fmt.Sprintf("mechanical-%d", n), func(b *testing.B) { benchmarkStages(b, path) })
	}
	folder := os.Getenv("OAS2GO_CORPUS")
	if folder == "" {
		return
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*.*"))
	require.NoError(b, err)
	require.NotEmpty(b, paths)
	for _, path := range paths {
		b.Run(filepath.Base(path), func(b *testing.B) { benchmarkStages(b, path) })
	}
}

func benchmarkStages(b *testing.B, path string) {
	config := Config{Spec: path, Package: "bench"}
	if _, err := Lint(b.Context(), config); errors.Is(err, ErrUnusable) {
		config.Lenient = true
	}
	took, allocated := map[string]time.Duration{}, map[string]uint64{}
	var stages []stage
	for b.Loop() {
		r := &run{config: config}
		stages = append(r.modelStages(b.Context()), r.fileStages()...)
		for _, s := range stages {
			runtime.GC()
			before, start := allocatedBytes(), processTime(b)
			require.NoError(b, s.run())
			took[s.name] += processTime(b) - start
			allocated[s.name] += allocatedBytes() - before
		}
	}
	b.ReportMetric(0, "ns/op") // with the collections between the stages it says nothing
	for _, s := range stages {
		if s.does != "" {
			b.ReportMetric(float64(took[s.name].Milliseconds())/float64(b.N), s.name+"-CPU-ms")
			b.ReportMetric(float64(allocated[s.name]>>20)/float64(b.N), s.name+"-MB")
		}
	}
}

// processTime returns the user and system time of this process: other processes of the machine do not change it.
func processTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func allocatedBytes() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}
