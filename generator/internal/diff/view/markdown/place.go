package markdown

import (
	"fmt"
	"html"
	"net/url"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// side returns the link base for the document that c.Place is in.
func (p *printer) side(c change.Change) string {
	if c.Place() == c.New {
		return p.Links.New
	}
	return p.Links.Old
}

// place returns a position with its column, for the inside of an element of HTML.
func place(pos diag.Pos, base string) string {
	if pos.File == nil {
		return "unknown"
	}
	return linked(inHTML(pos.String()), base, pos)
}

// inline returns a position for the inside of a line, "" if it is not known.
func inline(pos diag.Pos, base string, column bool) string {
	if pos.File == nil {
		return ""
	}
	text := pos.String()
	if !column {
		pos := pos.Written()
		text = pos.File.Name + ":" + strconv.Itoa(int(pos.Line))
	}
	return linked(plain(text), base, pos)
}

// linked puts a link around text that is escaped already, if there is an address.
func linked(text, base string, pos diag.Pos) string {
	if address := link(base, pos); address != "" {
		return fmt.Sprintf(`<a href="%s">%s</a>`, html.EscapeString(address), text)
	}
	return text
}

// link returns the address of a line. A file that is read from a revision is named REVISION:PATH; one outside of the folder has none.
func link(base string, pos diag.Pos) string {
	if base == "" {
		return ""
	}
	pos = pos.Written()
	name := filepath.ToSlash(pos.File.Name)
	if _, behind, ok := strings.Cut(name, ":"); ok {
		name = behind
	}
	name = path.Clean(name)
	if path.IsAbs(name) || name == ".." || strings.HasPrefix(name, "../") {
		return ""
	}
	u := url.URL{Path: name}
	return strings.TrimSuffix(base, "/") + "/" + strings.TrimPrefix(u.EscapedPath(), "./") + "#L" + strconv.Itoa(int(pos.Line))
}
