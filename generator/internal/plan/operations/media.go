package operations

import (
	"cmp"
	"maps"
	"mime"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/xmltags"
)

// kindFor returns how a body with this media type is read or written: a schema can say more than a range does.
func (p *Planner) kindFor(name string, schema *api.Schema) media.Kind {
	kind := media.KindOf(name)
	if kind == media.Text && schema != nil && media.IsBinary(p.Analysis.Core(schema)) {
		return media.Stream
	}
	if kind != media.Any {
		return kind
	}
	if schema == nil || media.IsBinary(p.Analysis.Core(schema)) || p.Classes.PlainKind(p.Analysis.Core(schema)) == gomodel.String {
		return media.Stream
	}
	return media.JSON
}

// charset returns the one of a media type that is not UTF-8 or a part of it, "" for none.
func charset(name string) string {
	_, params, _ := mime.ParseMediaType(name)
	switch set := strings.ToLower(params["charset"]); set {
	case "utf-8", "utf8", "us-ascii":
		return ""
	default:
		return set
	}
}

// mediaWord names the field for a body of a media type, and what else tells it from another.
func (p *Planner) mediaWord(name string) string {
	switch media.KindOf(name) {
	case media.Form:
		return "Form"
	case media.Multipart:
		return "Multipart"
	case media.XML:
		return "XML"
	}
	t := media.BaseType(name)
	if t == "text/plain" {
		return "Text"
	}
	if t == "application/octet-stream" || strings.Contains(t, "*") {
		return "Binary"
	}
	_, sub, _ := strings.Cut(t, "/")
	return p.Style.Suffix(sub)
}

// rootOf returns the outermost element of a body.
func rootOf(tags *xmltags.Tags, s *api.Schema) gomodel.XMLRoot {
	root := tags.Root(s)
	root.Name = cmp.Or(root.Name, "root")
	return root
}

// isXML reports whether encoding/xml can read and write a body, and notes the types that get tags for it.
func (p *Planner) isXML(u shapes.Use) bool {
	types, ok := p.XMLTags.Fit(u)
	if ok {
		maps.Copy(p.operations.XML, types)
	}
	return ok
}
