package output

import (
	"cmp"
	"path/filepath"
	"slices"

	udiff "github.com/aymanbagabas/go-udiff"
)

// A Kind says how a file in a folder differs from what is generated.
type Kind uint8

// The kinds.
const (
	Changed Kind = iota // the text differs
	Missing             // the folder has no such file
	Extra               // a file of ours that is not generated any more
)

// A Difference is one file that [Write] would write or remove.
type Difference struct {
	Name string
	Kind Kind
	Diff string // unified, from the folder to what is generated, so that patch applies it
}

// Compare returns what [Write] would change, sorted by name. It fails where Write would refuse the folder. A folder that does not
// exist misses every file.
func Compare(dir, document string, files []File) ([]Difference, error) {
	f, err := inspect(dir, document, files)
	if err != nil {
		return nil, err
	}
	var list []Difference
	for _, file := range f.changed(files) {
		path := filepath.ToSlash(filepath.Join(dir, file.Name))
		d := Difference{Name: file.Name, Kind: Missing}
		old, ok := f.old[file.Name]
		from := "/dev/null"
		if ok {
			d.Kind, from = Changed, path
		}
		d.Diff = udiff.Unified(from, path, string(old), string(file.Data))
		list = append(list, d)
	}
	for _, name := range f.stale(files) {
		path := filepath.ToSlash(filepath.Join(dir, name))
		list = append(list, Difference{name, Extra, udiff.Unified(path, "/dev/null", string(f.old[name]), "")})
	}
	slices.SortFunc(list, func(a, b Difference) int { return cmp.Compare(a.Name, b.Name) })
	return list, nil
}
