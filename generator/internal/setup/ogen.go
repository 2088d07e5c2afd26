package setup

import (
	"regexp"
	"slices"

	"github.com/oas2go/oas2go/generator/internal/source"
)

// ogen is github.com/ogen-go/ogen: https://ogen.dev/docs/config.
func ogen() *kind {
	return &kind{
		name: "ogen", tool: "ogen", outFlag: "target", outIsFolder: true,
		flags: []string{"clean", "strict", "version", "allow-remote", "generate-tests", "debug.noerr", "color"},
		fits: func(file string, root *source.Node) bool {
			named := slices.Contains([]string{"ogen.yml", "ogen.yaml", ".ogen.yml", ".ogen.yaml"}, file)
			strange := func(m source.Member) bool { return !slices.Contains([]string{"parser", "generator", "expand"}, m.Name) }
			return len(root.Members) > 0 && (named || root.Get("generator") != nil) && !slices.ContainsFunc(root.Members, strange)
		},
		rules: ogenRules(),
		lists: []string{"generator.features.enable", "generator.features.disable"},
		end: func(t *translation) {
			if !slices.Contains(t.parts, "none") {
				t.parts = append(t.parts, "client", "server") // which ogen makes by default
			}
			for _, p := range []string{"client", "server"} {
				if slices.Contains(t.parts, "no "+p) {
					t.parts = slices.DeleteFunc(t.parts, func(name string) bool { return name == p })
				}
			}
		},
	}
}

func ogenRules() map[string]rule {
	const enable, disable = "generator.features.enable.", "generator.features.disable."
	asIs := same("it is always so")
	return map[string]rule{
		"parser.infer_types":                      not("a schema without a type allows every type of JSON, as JSON Schema has it"),
		"parser.allow_remote":                     not("keep a copy of each file, and name it below refs"),
		"parser.depth_limit":                      asIs,
		"parser.authentication_schemes":           not("every scheme of HTTP has an option of the client"),
		"parser.allow_cross_type_constraints":     same("a keyword counts for values of its type only, as JSON Schema has it"),
		"parser.disallow_duplicate_method_paths":  not("paths that differ in names of parameters alone are a finding of oas2go lint"),
		"generator.features.disable_all":          part("generate has only what is enabled", "none"),
		"generator.ignore_not_implemented":        same("what has no Go code is a finding, and the rest is generated; strict: true refuses it"),
		"generator.convenient_errors":             same("a response that is no success is an *APIError, with the typed body"),
		"generator.content_type_aliases":          not("write the media type into the document"),
		"generator.wildcard_content_type_default": not("write the media type into the document"),
		"generator.initialisms":                   items("initialisms, beside the usual ones", setting("initialisms")),
		"generator.spec_source":                   not("embed the document with //go:embed"),
		"generator.filters.path_regex":            {"include.paths has prefixes, such as \"/v1/*\" for ^/v1/", pathFilter},
		"generator.filters.methods":               not("operations are chosen by tag, operationId or path: include and exclude"),
		"expand":                                  not("there is no expanded document"),

		enable + "paths/client":                part("generate: client", "client"),
		enable + "paths/server":                part("generate: server", "server"),
		enable + "webhooks/client":             part("generate: server; a WebhookSender sends webhooks", "server"),
		enable + "webhooks/server":             same("Handle<Name> makes an http.Handler for a webhook"),
		enable + "client/security/reentrant":   not("With<Scheme>Source takes a function, which may use another client"),
		enable + "client/request/options":      same("each method of the client takes options"),
		enable + "client/request/validation":   same("requests are always validated"),
		enable + "client/editors":              same("options and an http.RoundTripper change requests: docs/client.md"),
		enable + "server/response/validation":  not("set ValidateResponses of HandlerConfig"),
		enable + "server/spec":                 not("embed the document with //go:embed"),
		enable + "server/swagger_ui":           not("serve it beside the handler"),
		enable + "ogen/otel":                   not("wrap http.RoundTripper and http.Handler with otelhttp: docs/client.md"),
		enable + "ogen/unimplemented":          same("UnimplementedService is always there"),
		enable + "debug/example_tests":         part("generate: tests", "tests"),
		enable + "schema/embed_struct_aliases": not("a reference to a component is its type"),
		enable + "naming/camel_initialisms":    asIs,

		disable + "paths/client":       part("no client", "no client"),
		disable + "paths/server":       part("no server", "no server"),
		disable + "webhooks/client":    not("with generate: server there is a WebhookSender"),
		disable + "webhooks/server":    not("handlers of webhooks are always there"),
		disable + "ogen/otel":          same("there is no OpenTelemetry in generated code"),
		disable + "ogen/unimplemented": not("UnimplementedService is always there"),
	}
}

// pathPrefix fits a regular expression that says how paths begin.
var pathPrefix = regexp.MustCompile(`^\^((?:/[A-Za-z0-9_{}-]*)+)(?:\.\*)?$`)

// pathFilter translates a regular expression for paths if it says how they begin.
func pathFilter(t *translation, n *source.Node) bool {
	match := pathPrefix.FindStringSubmatch(n.Text)
	if match != nil {
		t.include = append(t.include, Setting{"paths", quoteAll([]string{match[1] + "*"})})
	}
	return match != nil
}
