package generator

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hostileNames are what documents call things that Go, support code or other names want.
func hostileNames(f testing.TB) []string {
	names := strings.Fields(`1 12 1x _ __ a A a_ _a A_ aB AB ab a.b a-b a_b a@b @a +a -1 +1 1.5 <= >= $ . / \ 优 中文 ü É é ß ǅ 👍 👍👍 a👍 ʰ ٣
		break func interface type select range string int bool error any nil true false iota len new append init main _test
		json time http uuid regexp context url io fmt types regexp2 r w x c ctx opts cfg params body k p v i
		keysA valuesA patternA readA writeA listA mapA ruleA rules decode check encode validate marshalJSON unmarshalJSON
		Validate MarshalJSON UnmarshalJSON AppendJSON Extra Other Rest Body BodyType Field Value Model Input Params Result Unknown
		A AInput AUnknown UnmarshalA ValidateA NewA AWithDefaults WithA HandleA ParseAHeader AHeader AParams AResult ServerURL Server`)
	names = append(names, "", " ", "a b", "\n", "\u202e", "a\u0301", "\u0301", strings.Repeat("n", 300), strings.Repeat("n", 301), "\"", "`", "*/", "{a}")
	return append(names, reserved(f)...)
}

// randomNames draws different names: those of the pool, and what people make of them by other cases and punctuation.
func randomNames(random *rand.Rand, pool []string) (names []string) {
	for len(names) < 6 {
		name := pool[random.IntN(len(pool))]
		if len(names) > 0 && random.IntN(2) == 0 {
			name = names[random.IntN(len(names))]
		}
		switch random.IntN(8) {
		case 0:
			name = strings.ToUpper(name)
		case 1:
			name = strings.ToLower(name)
		case 2:
			name += []string{"_", "-", ".", " ", "@", "1", "Value", "Model", "Input"}[random.IntN(9)]
		case 3:
			name = []string{"_", "-", "x", "@", "1", "New", "With", "Unmarshal"}[random.IntN(8)] + name
		case 4:
			name += pool[random.IntN(len(pool))]
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// FuzzNames gives everything of a document hostile names: components, properties, values, operations, parameters, headers, schemes,
// variables. The code that comes out parses and declares each name once.
func FuzzNames(f *testing.F) {
	pool := hostileNames(f)
	for seed := range uint64(60) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		names := randomNames(rand.New(rand.NewPCG(seed, 3)), pool)
		result, err := Generate(t.Context(), Config{Spec: document(t, namesDocument(names)), Package: "names", Lenient: true})
		if defect, ok := errors.AsType[*InternalError](err); ok {
			details, _ := os.ReadFile(defect.Saved)
			_ = os.Remove(defect.Saved)
			t.Fatalf("%q: %v\n%s", names, defect, details[:min(len(details), 2000)])
		}
		if errors.Is(err, ErrUnusable) {
			return
		}
		require.NoError(t, err, "%q", names)
		u := unique{t: t, names: names, top: map[string]bool{}, members: map[string]bool{}}
		for _, f := range result.Files {
			u.file(f.Name, f.Data)
		}
		for imported := range u.imports {
			assert.False(t, u.top[imported], "%q: %s is declared and imported", names, imported)
		}
	})
}

// namesDocument uses each name for one of everything.
func namesDocument(names []string) string {
	quote := func(s string) string {
		text, _ := json.Marshal(s)
		return string(text)
	}
	each := func(format string) string {
		parts := make([]string, len(names))
		for i, name := range names {
			parts[i] = strings.NewReplacer("@N", quote(name), "@I", strconv.Itoa(i), "@R", quote("#/components/schemas/"+strings.NewReplacer("~", "~0", "/", "~1", "%", "%25", "\"", "%22").Replace(name))).Replace(format)
		}
		return strings.Join(parts, ",")
	}
	forms := []string{
		`@N: {"type":"object","properties":{` + each(`@N:{"type":"string","maxLength":4,"pattern":"^(a|b)$","default":"a"}`) + `},"additionalProperties":{"type":"string"}}`,
		`@N: {"type":"string","enum":[` + each(`@N`) + `]}`,
		`@N: {"oneOf":[{"type":"string"},{"type":"array","items":{"type":"object","properties":{"a":{"enum":["a"]}}}},{"type":"object","title":@N,"properties":{` + each(`@N:{"type":"integer","readOnly":true}`) + `}}]}`,
		`@N: {"type":"array","prefixItems":[` + each(`{"title":@N,"type":"string"}`) + `],"not":{"maxItems":1}}`,
		`@N: {"type":"object","required":["a"],"properties":{` + each(`@N:{"type":"object","properties":{"a":{"enum":["x","y"]}}}`) + `}}`,
		`@N: {"type":"object","additionalProperties":{"type":"array","items":{"type":"object","properties":{` + each(`@N:{}`) + `}}}}`,
	}
	var schemas []string
	for i, name := range names {
		schemas = append(schemas, strings.Replace(strings.Replace(forms[i%len(forms)], "@N", quote(name), 1), `"title":@N`, `"title":`+quote(name), 1))
	}
	operation := `{"operationId":@N,"parameters":[` + each(`{"name":@N,"in":"query","schema":{"type":"string","enum":["a"]}},{"name":@N,"in":"header","schema":{"type":"integer"}}`) +
		`],"requestBody":{"content":{"application/json":{"schema":{"$ref":@R}},"multipart/form-data":{"schema":{"type":"object","properties":{` + each(`@N:{"type":"string"}`) + `}}}}},` +
		`"responses":{"200":{"description":"","headers":{` + each(`@N:{"schema":{"type":"string"}}`) + `},"content":{"application/json":{"schema":{"$ref":@R}}}},"201":{"description":"","content":{"application/json":{"schema":{"type":"array","items":{"$ref":@R}}}}},"default":{"description":"","content":{"application/json":{"schema":{"type":"object","properties":{"a":{"$ref":@R}}}}}}}}`
	return fmt.Sprintf(`{"openapi":"3.1.0","info":{"title":"t","version":"1"},"servers":[{"url":"https://{v}.example.com","description":%s,"variables":{"v":{"default":"a"}}}],
"paths":{%s},"webhooks":{%s},"components":{"schemas":{%s},"securitySchemes":{%s}},"security":[{}]}`,
		quote(names[0]), each(`"/p/@I":{"post":`+operation+`}`), each(`@N:{"post":{"requestBody":{"content":{"application/json":{"schema":{"$ref":@R}}}},"responses":{"204":{"description":""}}}}`),
		strings.Join(schemas, ","), each(`@N:{"type":"http","scheme":"bearer"}`))
}

// A unique notes what the files of a package declare.
type unique struct {
	t       *testing.T
	names   []string
	top     map[string]bool // at the level of the package
	members map[string]bool // fields and methods, behind their type
	imports map[string]bool
}

func (u *unique) add(set map[string]bool, name string) {
	if name != "_" && name != "init" {
		assert.False(u.t, set[name], "%q: %s is declared twice", u.names, name)
		set[name] = true
	}
}

func (u *unique) file(name string, data []byte) {
	syntax, err := parser.ParseFile(token.NewFileSet(), name, data, parser.SkipObjectResolution)
	require.NoError(u.t, err, "%q", u.names)
	if u.imports == nil {
		u.imports = map[string]bool{}
	}
	for _, spec := range syntax.Imports {
		as := path.Base(strings.Trim(spec.Path.Value, `"`))
		if spec.Name != nil {
			as = spec.Name.Name
		}
		u.imports[as] = true
	}
	for _, d := range syntax.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			u.function(d)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				u.spec(spec)
			}
		}
	}
}

func (u *unique) function(d *ast.FuncDecl) {
	if d.Recv == nil {
		u.add(u.top, d.Name.Name)
		return
	}
	receiver := d.Recv.List[0].Type
	if star, ok := receiver.(*ast.StarExpr); ok {
		receiver = star.X
	}
	if generic, ok := receiver.(*ast.IndexExpr); ok {
		receiver = generic.X
	}
	u.add(u.members, receiver.(*ast.Ident).Name+"."+d.Name.Name)
}

func (u *unique) spec(spec ast.Spec) {
	switch spec := spec.(type) {
	case *ast.ValueSpec:
		for _, name := range spec.Names {
			u.add(u.top, name.Name)
		}
	case *ast.TypeSpec:
		u.add(u.top, spec.Name.Name)
		structure, ok := spec.Type.(*ast.StructType)
		if !ok {
			return
		}
		for _, field := range structure.Fields.List {
			for _, name := range field.Names {
				u.add(u.members, spec.Name.Name+"."+name.Name)
			}
		}
	}
}
