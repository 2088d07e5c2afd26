package generator

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/remote"
	"github.com/oas2go/oas2go/generator/internal/source"
	"github.com/oas2go/oas2go/generator/internal/source/revision"
)

// apiKeys are the keys that an entry of apis has and a configuration has not. An entry of a list has a name, too.
func apiKeys() []string { return []string{"document", "out", "package", "source"} }

// nameKey is the key of an entry of a list.
const nameKey = "name"

// entryKeys are all keys of an entry of apis.
func entryKeys(listed bool) []string {
	keys := slices.DeleteFunc(configKeys(), func(key string) bool { return key == "apis" })
	if listed {
		keys = append(keys, nameKey)
	}
	keys = append(keys, apiKeys()...)
	slices.Sort(keys)
	return keys
}

// apiName fits the names of APIs. They have no dot and no slash, so that a name does not look like a path.
var apiName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*$`)

// An apiEntry is an entry of apis with its place in the file.
type apiEntry struct {
	API
	node *source.Node
	path *diag.Path
	out  *source.Node
}

// apis reads the entries of apis: an object with a name for each, or an array.
func (f *configFile) apis(n *source.Node, path *diag.Path) {
	switch {
	case n.Kind == source.Object && len(n.Members) > 0:
		for _, m := range n.Members {
			f.api(apiEntry{API: API{Name: m.Name}, node: m.Value, path: path.Child(m.Name)}, false)
		}
	case n.Kind == source.Array && len(n.Items) > 0:
		for i, item := range n.Items {
			f.api(apiEntry{node: item, path: path.Child(strconv.Itoa(i))}, true)
		}
	default:
		f.findings.Error(f.document.Pos(n, path), diag.RuleType, "apis is an object with an API for each name, or an array of APIs: there must be one")
	}
}

// api reads one entry. Its settings are read into a configuration that nobody uses, so that all that is wrong is found at once.
func (f *configFile) api(e apiEntry, listed bool) {
	settings := configFile{config: &Config{File: f.config.File}, document: f.document, findings: f.findings}
	f.members(e.node, e.path, "an API", entryKeys(listed), func(key string, n *source.Node, path *diag.Path) {
		switch key {
		case nameKey:
			e.Name = f.text(n, path, "the name of an API")
		case "document":
			e.Document = f.apiDocument(n, path)
		case "out":
			e.out, e.Out = n, f.inFolder(f.text(n, path, "out, the folder of a package,"))
		case "source":
			e.Source = f.apiSource(n, path)
		case "package":
			e.Package = f.text(n, path, "the name of a package")
		default:
			settings.key(key, n, path)
		}
	})
	if e.node.Kind != source.Object {
		return
	}
	e.file = f.config.File
	f.missing(e)
	f.nameAPI(&e)
	f.conflicts(e)
	f.entries = append(f.entries, e)
}

// missing reports what an entry lacks.
func (f *configFile) missing(e apiEntry) {
	for _, key := range []string{"document", "out"} {
		if e.node.Get(key) == nil {
			f.findings.Error(f.document.Pos(e.node, e.path), diag.RuleMissing, "an API needs %q", key)
		}
	}
}

// nameAPI fills in the names that an entry does not give, and checks them.
func (f *configFile) nameAPI(e *apiEntry) {
	at := f.document.Pos(e.node, e.path)
	hint := ""
	if e.Package == "" && e.Out != "" {
		folder, err := folderName(e.Out)
		if err != nil {
			f.findings.Error(at, diag.RuleValue, "%v", err)
		}
		e.Package, hint = folder, "that is the name of the folder: choose another with package"
	}
	if e.Package != "" {
		if err := checkPackage(e.Package); err != nil {
			f.findings.Error(at, diag.RuleValue, "%v", err).Hint = hint
		}
	}
	if e.Name == "" {
		e.Name = e.Package
	}
	if e.Name != "" && !apiName.MatchString(e.Name) {
		f.findings.Error(at, diag.RuleValue, "%q cannot be the name of an API: it has letters, digits, - and _, a letter first", e.Name)
	}
}

// conflicts reports an entry that has the name or the folder of an earlier one.
func (f *configFile) conflicts(e apiEntry) {
	for _, o := range f.entries {
		if e.Name == o.Name && e.Name != "" {
			f.findings.Error(f.document.Pos(e.node, e.path), diag.RuleValue, "there are two APIs with the name %q", e.Name).Hint = "give one of them another name"
		}
		if e.Out != "" && o.Out != "" && samePlace(e.Out, o.Out) {
			f.findings.Error(f.document.Pos(e.out, e.path.Child("out")), diag.RuleValue, "the APIs %q and %q have the same folder %s", o.Name, e.Name, e.out.Text).
				Hint = "each package needs a folder of its own"
		}
	}
}

// samePlace reports whether two paths lead to one file or folder, which need not exist.
func samePlace(a, b string) bool {
	if filepath.Clean(a) == filepath.Clean(b) {
		return true
	}
	one, err := os.Stat(a)
	other, otherErr := os.Stat(b)
	return err == nil && otherErr == nil && os.SameFile(one, other)
}

// apiDocument reads the path of a document.
func (f *configFile) apiDocument(n *source.Node, path *diag.Path) string {
	text := f.text(n, path, "the path of a document")
	at := f.document.Pos(n, path)
	if strings.Contains(text, "://") {
		f.findings.Error(at, diag.RuleValue, "documents are not read from the network").Hint = "keep a copy, name that file, and write the URL as source: oas2go fetch updates the copy"
		return ""
	}
	document := f.inFolder(text)
	if _, ok := revision.Split(document); ok || text == Stdin {
		f.findings.Error(at, diag.RuleValue, "%q is not the path of a file", text)
		return ""
	}
	return document
}

// apiSource reads where a document comes from.
func (f *configFile) apiSource(n *source.Node, path *diag.Path) string {
	text := f.text(n, path, "the source of a document")
	if text != "" {
		if err := remote.Check(text); err != nil {
			f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "%v", err)
		}
	}
	return text
}

// text reads a text that says something.
func (f *configFile) text(n *source.Node, path *diag.Path, what string) string {
	if n.Kind != source.String || n.Text == "" {
		f.findings.Error(f.document.Pos(n, path), diag.RuleType, "%s is a text", what)
		return ""
	}
	return n.Text
}

// inFolder returns a path of the configuration as the working directory sees it: a path is relative to the folder of the file.
func (f *configFile) inFolder(path string) string {
	path = filepath.FromSlash(path)
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(f.config.File), path)
}

// inherited reads what an API has of the keys above apis: those that it does not have itself. What several APIs share need not be of use
// for each.
func (f *configFile) inherited(e apiEntry) {
	f.shared = len(f.entries) > 1
	for _, m := range f.document.Root.Members {
		if m.Name != "apis" && e.node.Get(m.Name) == nil {
			f.key(m.Name, m.Value, (*diag.Path)(nil).Child(m.Name))
		}
	}
	f.shared = false
}

// own reads the keys of an API that a configuration can have, too.
func (f *configFile) own(e apiEntry) {
	for _, m := range e.node.Members {
		if slices.Contains(configKeys(), m.Name) {
			f.key(m.Name, m.Value, e.path.Child(m.Name))
		}
	}
}

// settings reads what is said for one API. The file has no errors.
func (f *configFile) settings(name string) error {
	i := slices.IndexFunc(f.entries, func(e apiEntry) bool { return e.Name == name })
	if i < 0 {
		return noSuchAPI(f.config.File, name, f.list())
	}
	f.inherited(f.entries[i])
	f.own(f.entries[i])
	return nil
}

// list returns the APIs of the file.
func (f *configFile) list() (list []API) {
	for _, e := range f.entries {
		list = append(list, e.API)
	}
	return list
}

// noSuchAPI is the error for a name that no API has.
func noSuchAPI(file, name string, apis []API) error {
	text := fmt.Sprintf("%s has no API %q", file, name)
	if like := diag.Closest(name, names(apis)); like != "" {
		return fmt.Errorf("%s; did you mean %q?", text, like)
	}
	return fmt.Errorf("%s; it has %s", text, strings.Join(names(apis), ", "))
}

func names(apis []API) (list []string) {
	for _, a := range apis {
		list = append(list, a.Name)
	}
	return list
}

// folderName returns the name of a folder, which is that of its package unless another is given.
func folderName(out string) (string, error) {
	path, err := filepath.Abs(out)
	return filepath.Base(path), err
}
