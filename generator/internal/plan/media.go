package plan

import (
	"maps"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// kindFor returns how a body with this media type is read or written: a schema can say more than a range does.
func (p *planner) kindFor(name string, schema *api.Schema) mediaKind {
	kind := mediaKindOf(name)
	if kind == textMedia && schema != nil && isBinary(p.core(schema)) {
		return streamMedia
	}
	if kind != anyMedia {
		return kind
	}
	if schema == nil || isBinary(p.core(schema)) || p.plainKind(p.core(schema)) == gomodel.String {
		return streamMedia
	}
	return jsonMedia
}

func (p *planner) core(s *api.Schema) *api.Schema {
	core, _ := p.peel(s)
	return core
}

// word names the field for a body of a media type, and what else tells it from another.
func (p *planner) mediaWord(name string) string {
	switch mediaKindOf(name) {
	case formMedia:
		return "Form"
	case multipartMedia:
		return "Multipart"
	case xmlMedia:
		return "XML"
	}
	t := baseType(name)
	if t == "text/plain" {
		return "Text"
	}
	if t == "application/octet-stream" || strings.Contains(t, "*") {
		return "Binary"
	}
	_, sub, _ := strings.Cut(t, "/")
	return p.style.Suffix(sub)
}

// isXML reports whether encoding/xml can read and write a body, and notes the types that get tags for it.
func (p *planner) isXML(u use) bool {
	types, ok := p.fitsXML(u)
	if ok {
		maps.Copy(p.operations.xml, types)
	}
	return ok
}
