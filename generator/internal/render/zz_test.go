package render

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/oas2go/oas2go/templates"
)

func TestZZ(t *testing.T) {
	s, _ := ReadSupport(templates.Support())
	var files []File
	list, _ := filepath.Glob(os.Getenv("ZZ") + "/*_gen.go")
	for _, n := range list {
		if strings.HasPrefix(filepath.Base(n), "support_") {
			continue
		}
		data, _ := os.ReadFile(n)
		files = append(files, File{Name: n, Data: data})
	}
	kept, err := s.needed(files)
	if err != nil {
		t.Fatal(err)
	}
	size := func(d *declaration) int { return bytes.Count(d.text(), []byte("\n")) + 2 }
	by := map[string]int{}
	for _, f := range s.files {
		for _, d := range f.declarations {
			if kept[d] {
				by[f.base] += size(d)
			}
		}
	}
	var names []string
	for n := range by {
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool { return by[names[i]] > by[names[j]] })
	for _, n := range names {
		fmt.Print(by[n], " ", n, "; ")
	}
	fmt.Println()
}
