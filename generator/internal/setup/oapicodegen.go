package setup

import (
	"path"
	"slices"

	"github.com/oas2go/oas2go/generator/internal/source"
)

// oapiCodegen is github.com/oapi-codegen/oapi-codegen: https://github.com/oapi-codegen/oapi-codegen/blob/main/configuration-schema.json.
func oapiCodegen() *kind {
	return &kind{
		name: "oapi-codegen", tool: "oapi-codegen", outFlag: "o", flags: []string{"version"},
		fits: func(_ string, root *source.Node) bool {
			generate, pkg := root.Get("generate"), root.Get("package")
			return pkg != nil && pkg.Kind == source.String && generate != nil && (generate.Kind == source.Object || generate.Kind == source.Array)
		},
		rules: oapiCodegenRules(),
		lists: []string{"generate"},
		end: func(t *translation) {
			if !t.noPrune && slices.ContainsFunc(t.parts, func(p string) bool { return p != "models" }) {
				t.settings = append(t.settings, Setting{"prune", "true"}) // which oapi-codegen does unless skip-prune is set
			}
		},
	}
}

func oapiCodegenRules() map[string]rule {
	rules := map[string]rule{
		"package": {"package", func(t *translation, n *source.Node) bool { t.pkg = n.Text; return n.Text != "" }},
		"output": {"out: a folder below that of the file, so that both packages can stand side by side; make it that folder when the old file is gone",
			func(t *translation, n *source.Node) bool { t.out = path.Dir(n.Text); return true }},
		"generate.models":                                     part("generate", "models"),
		"generate.client":                                     part("generate: client", "client"),
		"generate.strict-server":                              part("generate: server; its methods always take typed parameters and return typed results", "server"),
		"generate.embedded-spec":                              not("embed the document with //go:embed"),
		"generate.server-urls":                                same("ServerURL is always there"),
		"allow-remote-refs-from":                              not("keep a copy of each file, and name it below refs"),
		"import-mapping":                                      not("types of other files are generated into this package; shared packages cannot be named yet"),
		"additional-imports":                                  not("not needed: the generated code has the imports that it needs"),
		"output-options.skip-fmt":                             same("the code is always formatted"),
		"output-options.skip-prune":                           {"prune stays off", func(t *translation, _ *source.Node) bool { t.noPrune = true; return true }},
		"output-options.include-tags":                         items("include.tags", including("tags")),
		"output-options.exclude-tags":                         items("exclude.tags", excluding("tags")),
		"output-options.include-operation-ids":                items("include.operations; an operation that fits tags or operations is included", including("operations")),
		"output-options.exclude-operation-ids":                items("exclude.operations", excluding("operations")),
		"output-options.exclude-schemas":                      not("schemas cannot be left out by name; prune: true leaves out those that no operation leads to"),
		"output-options.user-templates":                       not("there are no templates; write what is missing in a file of your own beside the generated ones"),
		"output-options.response-type-suffix":                 not("a method returns the value of the response, so there are no types of responses with a suffix"),
		"output-options.client-type-name":                     not("the type is called Client"),
		"output-options.additional-initialisms":               items("initialisms", setting("initialisms")),
		"output-options.name-normalizer":                      not("names are written as with ToCamelCaseWithInitialisms; x-go-name in the document gives another one"),
		"output-options.nullable-type":                        same("what may be null and absent is always a Nullable[T]"),
		"output-options.overlay":                              not("apply the overlay first, and name the file that results as document"),
		"output-options.yaml-tags":                            not("structs have tags for JSON only"),
		"output-options.type-mapping":                         not("types of formats cannot be chosen; the README lists them"),
		"output-options.streaming-content-types":              same("streams of events and JSON lines are read one value at a time"),
		"output-options.skip-enum-validate":                   not("Validate always checks enums"),
		"output-options.skip-enum-via-oneof":                  not("a oneOf of constants is always an enum"),
		"output-options.resolve-type-name-collisions":         same("names that collide always step aside, and oas2go lint says how"),
		"output-options.generate-types-for-anonymous-schemas": same("inline objects always have a type with a name"),
		"output-options.skip-response-body-getters":           same("a method returns the body itself"),
		"output-options.client-response-bytes-function":       not("an *APIError has the body as bytes; of a success the value is returned"),
		"output-options.skip-client-response-content-type":    not("responses with several media types are variants of one type"),
		"output-options.disable-type-aliases-for-type":        not("types of components are declared types, not aliases"),
		"compatibility":                                       not("it keeps what earlier versions of oapi-codegen did; there is nothing like it"),
		"templates":                                           not("there are no templates; write what is missing in a file of your own beside the generated ones"),
	}
	for _, name := range []string{"prefer-skip-optional-pointer", "prefer-skip-optional-pointer-with-omitzero", "prefer-skip-optional-pointer-on-container-types"} {
		rules["output-options."+name] = not("an optional field is a pointer, and a list or a map may be nil")
	}
	for router, mount := range map[string]string{
		"chi": `mount the handler with router.Mount("/v1", handler)`, "gorilla": `mount the handler with router.PathPrefix("/v1").Handler(handler)`,
		"std-http": `mount the handler with mux.Handle("/v1/", handler)`, "echo": `mount the handler with echo.WrapHandler(handler)`,
		"echo5": `mount the handler with echo.WrapHandler(handler)`, "gin": `mount the handler with gin.WrapH(handler)`,
		"fiber": "mount the handler with adaptor.HTTPHandler(handler) of fiber", "fiber-v3": "mount the handler with adaptor.HTTPHandler(handler) of fiber",
		"iris": "mount the handler with iris.FromStd(handler)",
	} {
		rules["generate."+router+"-server"] = part("generate: server; NewHandler makes an http.Handler: "+mount, "server")
	}
	aliases(rules)
	return rules
}

// aliases adds what version 1 calls the keys.
func aliases(rules map[string]rule) {
	for old, now := range map[string]string{
		"generate.types": "generate.models", "generate.spec": "generate.embedded-spec", "generate.server": "generate.echo-server",
		"generate.gin": "generate.gin-server", "generate.gorilla": "generate.gorilla-server",
		"generate.fiber": "generate.fiber-server", "generate.iris": "generate.iris-server",
		"generate.skip-fmt": "output-options.skip-fmt", "generate.skip-prune": "output-options.skip-prune", "compatibility-options": "compatibility",
	} {
		rules[old] = rules[now]
	}
	for _, name := range []string{"include-tags", "exclude-tags", "include-operation-ids", "exclude-operation-ids", "exclude-schemas", "response-type-suffix"} {
		rules[name] = rules["output-options."+name]
	}
}
