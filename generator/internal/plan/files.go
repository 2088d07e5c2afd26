package plan

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/client"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/server"
)

// maxLines is about how long a file may be before it is split.
const maxLines = 10000

// files returns the files of the package. A long one is split by the first letter of names, and again by the second: an addition
// moves nothing else, and a reader knows where to look. They are not whole if the package must not have all operations.
func files(types *declarations.Builder, calls *client.Builder, serving *server.Builder) (files []gomodel.File, whole bool) {
	files = append(files, gomodel.File{Name: "doc_gen.go"}) // the comment of the package alone
	files = append(files, split("models", nil, types.Groups())...)
	general, messages, methods := calls.Groups()
	if len(messages) < len(calls.Operations.List) {
		return files, false
	}
	files = append(files, split("operations", nil, messages)...)
	if !calls.Clientless {
		files = append(files, split("client", general, methods)...)
	}
	if s := calls.ServiceDecl(methods); s != nil {
		files = append(files, gomodel.File{Name: "service_gen.go", Decls: []gomodel.Decl{s}})
	}
	if serving != nil {
		general, served := serving.Groups(messages, methods)
		files = append(files, split("server", general, served)...)
		if general, sets := serving.Fakes(served); general != nil {
			files = append(files, split("fakes", general, sets)...)
		}
	}
	if general, sends := calls.Senders(); general != nil {
		files = append(files, split("sender", general, sends)...)
	}
	if rules := types.RuleDecls(); len(rules) > 0 {
		files = append(files, gomodel.File{Name: "rules_gen.go", Decls: rules})
	}
	return files, true
}

// exampleFile returns the file with the examples of calls, none if there are none.
func exampleFile(calls *client.Builder, printed []gomodel.File, samples client.Sampler) []gomodel.File {
	var operations []*gomodel.Operation
	for _, f := range printed {
		for _, d := range f.Decls {
			if o, ok := d.(*gomodel.Operation); ok {
				operations = append(operations, o)
			}
		}
	}
	if decls := calls.Examples(operations, samples); len(decls) > 0 {
		return []gomodel.File{{Name: "example_gen_test.go", Decls: decls, Outside: true}}
	}
	return nil
}

// split returns the files for groups; what is general is in the first one.
func split(name string, general []gomodel.Decl, groups []declarations.Group) (files []gomodel.File) {
	size := 0
	for _, g := range groups {
		size += g.Lines()
	}
	if size <= maxLines {
		for _, g := range groups {
			general = append(general, g.Decls...)
		}
		groups = nil
	}
	if len(general) > 0 {
		files = append(files, gomodel.File{Name: name + "_gen.go", Decls: general})
	}
	return append(files, buckets(name+"_", groups, 1)...)
}

// buckets puts groups into files by the first letters of their names, in the order in which the letters come first.
func buckets(prefix string, groups []declarations.Group, letters int) (files []gomodel.File) {
	byKey := map[string][]declarations.Group{}
	var keys []string
	for _, g := range groups {
		key := fileKey(g.Name, letters)
		if byKey[key] == nil {
			keys = append(keys, key)
		}
		byKey[key] = append(byKey[key], g)
	}
	for _, key := range keys {
		size := 0
		var decls []gomodel.Decl
		for _, g := range byKey[key] {
			size += g.Lines()
			decls = append(decls, g.Decls...)
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
