package emit_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A kindSet is what gomodel can say, or what the cases say: types of sealed interfaces, and values of types with constants.
type kindSet struct {
	types  map[string]bool
	values map[string]map[string]bool // by type
}

// TestEveryKindIsPrinted finds all kinds in the source of gomodel. Each must be in a case, and all cases are printed by other
// tests, so a kind without a printer fails here or there.
func TestEveryKindIsPrinted(t *testing.T) {
	declared := kindsOfSource(t, "../../gomodel")
	require.Greater(t, len(declared.types), 50, "the search finds too little")
	used := kindSet{map[string]bool{}, map[string]map[string]bool{}}
	used.collect(reflect.ValueOf(everything()))
	for name := range declared.types {
		assert.True(t, used.types[name], "no case has %s", name)
	}
	for name, constants := range declared.values {
		assert.Len(t, used.values[name], len(constants), "the cases have other values of %s than %v", name, constants)
	}
}

// kindsOfSource finds the types with a marker method, those that are declarations or members, and the typed constants.
func kindsOfSource(t *testing.T, dir string) kindSet {
	t.Helper()
	found := kindSet{map[string]bool{}, map[string]map[string]bool{}}
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	require.NoError(t, err)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv != nil && (strings.HasPrefix(d.Name.Name, "is") || d.Name.Name == "Key") {
					found.types[receiver(d)] = true
				}
			case *ast.GenDecl:
				found.genDecl(d)
			}
		}
	}
	return found
}

func receiver(d *ast.FuncDecl) string {
	typ := d.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	return typ.(*ast.Ident).Name
}

func (k *kindSet) genDecl(d *ast.GenDecl) {
	typ := ""
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			if s, ok := spec.Type.(*ast.StructType); ok && embedsHead(s) {
				k.types[spec.Name.Name] = true
			}
		case *ast.ValueSpec:
			if id, ok := spec.Type.(*ast.Ident); ok {
				typ = id.Name
			}
			if d.Tok == token.CONST && typ != "" {
				k.value(typ, spec.Names[0].Name)
			}
		}
	}
}

func embedsHead(s *ast.StructType) bool {
	for _, f := range s.Fields.List {
		if id, ok := f.Type.(*ast.Ident); ok && f.Names == nil && id.Name == "Head" {
			return true
		}
	}
	return false
}

func (k *kindSet) value(typ, value string) {
	if k.values[typ] == nil {
		k.values[typ] = map[string]bool{}
	}
	k.values[typ][value] = true
}

// collect walks a value and notes all types, and the values of those that are no struct.
func (k *kindSet) collect(v reflect.Value) {
	if name := v.Type().Name(); name != "" {
		k.types[name] = true
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			k.collect(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			k.collect(v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			k.collect(v.Index(i))
		}
	case reflect.String:
		if v.String() != "" {
			k.value(v.Type().Name(), v.String())
		}
	case reflect.Uint8:
		k.value(v.Type().Name(), string(rune(v.Uint())))
	}
}
