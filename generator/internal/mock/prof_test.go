package mock_test

import (
	"os"
	"testing"
	"time"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/examples"
	"github.com/oas2go/oas2go/generator/internal/mock"
)

func TestProf(t *testing.T) {
	p := os.Getenv("PROF")
	if p == "" {
		t.Skip()
	}
	s := time.Now()
	doc := read(t, p)
	t.Log("read", time.Since(s))
	s = time.Now()
	var f diag.List
	mock.New(doc, mock.Options{Values: examples.Options{}}, &f)
	t.Log("new", time.Since(s), len(f.All()))
	for _, x := range f.All() {
		t.Log(x.Message)
	}
}
