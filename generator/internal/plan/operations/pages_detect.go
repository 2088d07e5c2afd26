package operations

import (
	"net/http"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// looks are the names by which an operation looks like pages, best first. A cursor needs a member of the response that leads on, and each
// has that of its style first. docs/client.md lists them.
var looks = [...]struct {
	kind    api.PageKind
	request string
	next    []string
}{
	{api.ByCursor, "cursor", []string{"next_cursor", "nextCursor", "next"}},
	{api.ByCursor, "page_token", []string{"next_page_token"}},
	{api.ByCursor, "pageToken", []string{"nextPageToken"}},
	{api.ByCursor, "after", []string{"next_cursor", "nextCursor", "next"}},
	{api.ByCursor, "starting_after", []string{"next_cursor", "nextCursor", "next"}},
	{api.ByPage, "page", nil},
	{api.ByOffset, "offset", nil},
	{api.ByOffset, "skip", nil},
}

// detect finds out whether an operation looks like pages, nil if it is not certain.
func (p *pager) detect(o *Operation) *Pages {
	if o.Op.Method != http.MethodGet {
		return nil
	}
	silent := &pager{analysis: p.analysis, silent: true}
	page, ok := silent.page(o, &api.Pagination{})
	if !ok {
		return nil
	}
	items, ok := onlyList(page.Shape)
	if !ok {
		return nil
	}
	if _, names := memberOf(page.Shape, ""); slices.Contains(names, "next") && isURL(p.analysis, page.Shape) {
		return silent.plan(o, &api.Pagination{Kind: api.ByLink, Items: items, Next: pointerTo("next")})
	}
	for _, look := range looks {
		if o.queryParam(look.request) == nil {
			continue
		}
		says := &api.Pagination{Kind: look.kind, Request: api.PageWord{Text: look.request, Given: true}, Items: items}
		if look.kind != api.ByCursor {
			if x := silent.plan(o, says); x != nil {
				return x
			}
			continue
		}
		for _, name := range look.next {
			says.Next = pointerTo(name)
			if x := silent.plan(o, says); x != nil {
				return x
			}
		}
	}
	return nil
}

func pointerTo(member string) api.PageWord { return api.PageWord{Text: "/" + member, Given: true} }

// onlyList returns the pointer to the only list of objects of a body: the body itself, or a member.
func onlyList(s shapes.Shape) (at api.PageWord, ok bool) {
	if isObjects(s) {
		return api.PageWord{Given: true}, true
	}
	_, names := memberOf(s, "")
	for _, name := range names {
		if m, _ := memberOf(s, name); isObjects(m.Use.Shape) {
			if at.Given {
				return at, false
			}
			at = pointerTo(strings.NewReplacer("~", "~0", "/", "~1").Replace(name))
		}
	}
	return at, at.Given
}

func isObjects(s shapes.Shape) bool {
	elem := shapes.Elements(s).Shape
	return elem != nil && (shapes.IsStruct(elem) || shapes.IsUnion(elem))
}

// isURL reports whether the member next of a page is a URL by its format.
func isURL(a *analysis.Analysis, page shapes.Shape) bool {
	m, _ := memberOf(page, "next")
	kind, scalar := scalarKind(m.Use.Shape)
	format := a.Core(m.Schema).Format
	return scalar && kind == gomodel.String && (format == "uri" || format == "url" || format == "uri-reference")
}

// tellLikely tells once which operations look like pages, if nobody has said so.
func (p *pager) tellLikely(ops *Operations) {
	var likely []*Operation
	for _, o := range ops.List {
		if hasPagination(o) {
			return
		}
		if p.detect(o) != nil {
			likely = append(likely, o)
		}
	}
	if len(likely) == 0 {
		return
	}
	const most = 5
	names := make([]string, 0, most)
	for _, o := range likely[:min(len(likely), most)] {
		names = append(names, o.ID)
	}
	text := strings.Join(names, ", ")
	if more := len(likely) - len(names); more > 0 {
		text += " and others"
	}
	p.findings.Info(likely[0].Op.Pos, diag.RuleNotGenerated, "the responses of %s look like pages, which have no methods of their own", text).Hint =
		"`pagination: detect` in the configuration makes methods that read them all; x-pagination says it of one operation"
}
