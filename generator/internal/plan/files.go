package plan

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// maxLines is about how long a file may be before it is split.
const maxLines = 10000

// files returns the files of the package. A long one is split by the first letter of names, and again by the second: an addition
// moves nothing else, and a reader knows where to look.
func (p *planner) files() (files []gomodel.File) {
	files = append(files, gomodel.File{Name: "doc_gen.go"}) // the comment of the package alone
	files = append(files, split("models", nil, p.modelGroups())...)
	general, operations := p.clientGroups()
	files = append(files, split("client", general, operations)...)
	if rules := p.ruleDecls(); len(rules) > 0 {
		files = append(files, gomodel.File{Name: "rules_gen.go", Decls: rules})
	}
	return files
}

// split returns the files for groups; what is general is in the first one.
func split(name string, general []gomodel.Decl, groups []group) (files []gomodel.File) {
	size := 0
	for _, g := range groups {
		size += g.lines()
	}
	if size <= maxLines {
		for _, g := range groups {
			general = append(general, g.decls...)
		}
		groups = nil
	}
	if len(general) > 0 {
		files = append(files, gomodel.File{Name: name + "_gen.go", Decls: general})
	}
	return append(files, buckets(name+"_", groups, 1)...)
}

// buckets puts groups into files by the first letters of their names, in the order in which the letters come first.
func buckets(prefix string, groups []group, letters int) (files []gomodel.File) {
	byKey := map[string][]group{}
	var keys []string
	for _, g := range groups {
		key := fileKey(g.name, letters)
		if byKey[key] == nil {
			keys = append(keys, key)
		}
		byKey[key] = append(byKey[key], g)
	}
	for _, key := range keys {
		size := 0
		var decls []gomodel.Decl
		for _, g := range byKey[key] {
			size += g.lines()
			decls = append(decls, g.decls...)
		}
		if size > maxLines && letters < 2 {
			files = append(files, buckets(prefix, byKey[key], letters+1)...)
			continue
		}
		files = append(files, gomodel.File{Name: prefix + key + "_gen.go", Decls: decls})
	}
	return files
}

// fileKey returns the first letters of a name, as a file name can have them everywhere.
func fileKey(name string, letters int) string {
	key := strings.ToLower(name[:min(letters, len(name))])
	if strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
		return "other"
	}
	return key
}

// lines is about how many lines a group has.
func (g group) lines() (n int) {
	for _, d := range g.decls {
		switch d := d.(type) {
		case *gomodel.Struct:
			n += 45 + 8*len(d.Members)
		case *gomodel.Params:
			n += 12 + 4*len(d.Fields)
		case *gomodel.Operation:
			n += 40
		case *gomodel.Enum:
			n += 10 + 2*len(d.Values)
		case *gomodel.Union:
			n += 60 + 10*len(d.Variants)
		default:
			n += 25
		}
	}
	return n
}
