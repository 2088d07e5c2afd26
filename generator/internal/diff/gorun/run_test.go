package gorun_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff/gorun"
)

// TestLibraries: the scratch module has the versions of this one.
func TestLibraries(t *testing.T) {
	data, err := os.ReadFile("../../../../go.mod")
	require.NoError(t, err)
	for _, m := range gorun.Libraries() {
		assert.Contains(t, string(data), "\t"+m.Path+" "+m.Version+"\n")
	}
}

// TestBrokenPackage: what is wrong with the package itself is an error, and says what.
func TestBrokenPackage(t *testing.T) {
	p := gorun.Package{Name: "api", Files: map[string][]byte{"api.go": []byte("package api\n\nfunc Broken() int { return undefined }\n")}}
	_, err := gorun.Run(t.Context(), p, nil)
	require.Error(t, err)
	assert.True(t, strings.Contains(err.Error(), "undefined: undefined"), "%v", err)
}
