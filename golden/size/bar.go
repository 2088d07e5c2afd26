package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/oas2go/oas2go/golden/scratch"
)

// A bar is a figure that is not to be exceeded.
type bar struct {
	what        string
	value, most float64
	unit        string
}

func (b bar) print() {
	verdict := "kept"
	if b.value > b.most {
		verdict = "MISSED"
	}
	fmt.Printf("%-6s  %-62s %10.2f of at most %.2f%s\n", verdict, b.what, b.value, b.most, b.unit)
}

func bars(ctx context.Context, m *scratch.Module, rows []*row) ([]bar, error) {
	models, err := os.ReadFile(filepath.Join(m.Dir, rows[rowW2].pkg, "models_gen.go"))
	if err != nil {
		return nil, err
	}
	text, err := plainProgram(models, []string{"Page", "Sensor", "Sample", "Site"})
	if err != nil {
		return nil, err
	}
	plain, err := link(ctx, m, "plain", text)
	if err != nil {
		return nil, err
	}
	few, many := rows[row200], rows[row2000]
	each := float64(many.structs)
	return []bar{
		{"lines of code of DIS with one operation", float64(rows[rowDISOne].code), 2000, ""},
		{"build CPU of a struct, of 2,000", 1000 * many.cost.seconds / each, 24, " ms"},
		{"peak memory of a struct, of 2,000", many.cost.megabytes / each, 0.75, " MB"},
		{"lines of a struct that are no comments, of 2,000", float64(many.notComments) / each, 118, ""},
		{"build CPU of 200 structs", few.cost.seconds, 4.2, " s"},
		{"peak memory of 200 structs", few.cost.megabytes, 190, " MB"},
		{"stripped program of W2, against encoding/json on plain structs", float64(rows[rowW2].binary) / 1000, float64(plain) / 1000, " KB"},
	}, nil
}
