package declarations

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// structTags returns the struct tags that x-go-tags asks for, or x-oapi-codegen-extra-tags: an object of keys and texts. Others are findings.
func structTags(s *api.Schema, findings *diag.List) (list []gomodel.Tag) {
	for _, e := range s.Extensions {
		if e.Name != "x-go-tags" && e.Name != "x-oapi-codegen-extra-tags" {
			continue
		}
		object, ok := e.Value.(api.Object)
		if !ok {
			findings.Warn(e.Pos, diag.RuleExtension, "%s is not an object of tags", e.Name).Hint = `write {db: "id,pk"}`
		}
		for _, m := range object {
			value, ok := m.Value.(api.String)
			switch {
			case !ok:
				findings.Warn(e.Pos, diag.RuleExtension, "the tag %q of %s is not a text", m.Name, e.Name)
			case m.Name == "json" || m.Name == "xml":
				findings.Warn(e.Pos, diag.RuleExtension, "the tag %q of %s is left out, because oas2go writes it", m.Name, e.Name)
			case !isTagKey(m.Name):
				findings.Warn(e.Pos, diag.RuleExtension, "%q of %s is not a key of a struct tag", m.Name, e.Name).Hint = "a key has no spaces, quotes and colons"
			default:
				list = append(list, gomodel.Tag{Key: m.Name, Value: string(value)})
			}
		}
	}
	return list
}

// isTagKey reports whether a text is a key by the convention of reflect.StructTag.
func isTagKey(key string) bool {
	return key != "" && !strings.ContainsFunc(key, func(r rune) bool { return r <= ' ' || r == ':' || r == '"' || r == '`' || r == 0x7f })
}
