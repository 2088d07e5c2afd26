package setup

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// An API is an entry that a configuration could have.
type API struct {
	Name, Document, Out string
	Package             string // "" if it is that of the folder
	Settings            []Setting
	Comments            []string // what a reader should know
	Unusable            bool     // no package can be made of the document: the entry is a comment
}

// A Setting is a key of a configuration with its value in YAML.
type Setting struct{ Key, Value string }

// Propose returns an API for each document. valid says which names a Go package may have.
func (r *Repository) Propose(valid func(name string) bool) (list []API) {
	n := namer{valid: valid, taken: map[string]bool{}}
	for _, d := range r.Documents {
		a := API{Document: d.Path}
		if p, ok := r.generated(d.Path); ok {
			a.Out, a.Name = p.dir, n.take(p.name)
			if path.Base(p.dir) != p.name {
				a.Package = p.name
			}
		} else {
			a.Name = n.name(d)
			a.Out = r.freeFolder(path.Join(r.module(d.Path), "internal"), a.Name)
			if path.Base(a.Out) != a.Name {
				a.Package = a.Name
			}
		}
		list = append(list, a)
	}
	return list
}

// generated returns the package that an earlier run has made of a document: that in its folder, otherwise the only one.
func (r *Repository) generated(document string) (goPackage, bool) {
	var found []goPackage
	for _, p := range r.packages {
		if p.document != path.Base(document) {
			continue
		}
		if p.dir == path.Dir(document) {
			return p, true
		}
		found = append(found, p)
	}
	same := 0
	for _, d := range r.Documents {
		if path.Base(d.Path) == path.Base(document) {
			same++
		}
	}
	if len(found) != 1 || same != 1 {
		return goPackage{}, false
	}
	return found[0], true
}

// module returns the folder of the module that the code for a document goes to: the nearest one above it, otherwise the first.
func (r *Repository) module(document string) string {
	for dir := path.Dir(document); ; dir = path.Dir(dir) {
		if slices.Contains(r.modules, dir) {
			return dir
		}
		if dir == "." {
			break
		}
	}
	if len(r.modules) > 0 {
		return r.modules[0]
	}
	return "."
}

// freeFolder returns a folder for a package that has no other Go code.
func (r *Repository) freeFolder(parent, name string) string {
	dir := path.Join(parent, name)
	if r.folders[dir] {
		dir = path.Join(dir, "oas2go")
	}
	return dir
}

// HasModule reports whether there is a go.mod.
func (r *Repository) HasModule() bool { return len(r.modules) > 0 }

// A namer gives each API a name that is a good one for a package.
type namer struct {
	valid func(string) bool
	taken map[string]bool
}

// name returns a name for a document: the words of its file, those of its folders if all files are called like that, or those of its title.
func (n *namer) name(d Document) string {
	elements := strings.Split(strings.TrimSuffix(d.Path, path.Ext(d.Path)), "/")
	slices.Reverse(elements)
	elements = append(elements, strings.Join(firstWords(d.Title), " "))
	if len(telling(elements[0], false)) == 0 {
		elements = append(elements[1:], elements[0]) // v1 says more than openapi
	}
	for _, whole := range []bool{false, true} {
		for _, element := range elements {
			name := strings.Join(telling(element, whole), "")
			if name != "" && n.valid(name) && !n.taken[name] {
				return n.take(name)
			}
		}
	}
	return n.take("api")
}

// firstWords returns the words of a title that tell something: two at most, so that a name is short.
func firstWords(title string) []string {
	words := telling(title, false)
	return words[:min(2, len(words))]
}

// take returns a name that nobody has, with a number behind it if need be.
func (n *namer) take(name string) string {
	free := name
	for i := 2; n.taken[free]; i++ {
		free = name + strconv.Itoa(i)
	}
	n.taken[free] = true
	return free
}

// telling returns the words of a text in small letters, as far as they may be part of a Go name. Unless whole is true, words that say nothing
// about one API among others are left out.
func telling(text string, whole bool) (words []string) {
	split := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	for _, word := range strings.FieldsFunc(text, split) {
		word = strings.ToLower(word)
		if strings.ContainsFunc(word, func(r rune) bool { return r > unicode.MaxASCII }) || !whole && saysNothing(word) {
			continue
		}
		words = append(words, word)
	}
	return words
}

func saysNothing(word string) bool {
	version, err := strconv.Atoi(strings.TrimPrefix(word, "v"))
	common := []string{"api", "apis", "openapi", "openapi3", "swagger", "oas", "oas3", "spec", "specs", "specification", "schema", "docs", "doc", "index", "main", "rest", "http"}
	return slices.Contains(common, word) || err == nil && version >= 0
}
