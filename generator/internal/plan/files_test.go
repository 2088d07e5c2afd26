package plan

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
)

func fileNames(files []gomodel.File) (names []string) {
	for _, f := range files {
		names = append(names, fmt.Sprint(f.Name, " ", len(f.Decls)))
	}
	return names
}

func TestSplit(t *testing.T) {
	named := func(list []string, times int) (groups []declarations.Group) {
		for _, name := range list {
			for range times {
				groups = append(groups, declarations.Group{Name: name, Decls: []gomodel.Decl{&gomodel.RawType{}}})
			}
		}
		return groups
	}
	general := []gomodel.Decl{&gomodel.RawType{}}
	assert.Equal(t, []string{"models_gen.go 5"}, fileNames(split("models", general, named([]string{"Apple", "Pear"}, 2))))
	assert.Empty(t, split("models", nil, nil))
	many := maxLines/25 - 10
	assert.Equal(t, []string{"models_gen.go 1", fmt.Sprintf("models_a_gen.go %d", many), fmt.Sprintf("models_p_gen.go %d", many)},
		fileNames(split("models", general, named([]string{"Apple", "Pear"}, many))))
	assert.Equal(t, []string{fmt.Sprintf("client_pe_gen.go %d", many), fmt.Sprintf("client_pl_gen.go %d", many), "client_other_gen.go 1"},
		fileNames(split("client", nil, append(named([]string{"Pear", "Plum"}, many), named([]string{"梨"}, 1)...))))
	assert.Len(t, split("models", nil, named([]string{"P"}, 2*many)), 1, "what begins alike stays together")
}
