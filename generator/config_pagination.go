package generator

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// pagination reads how pages follow each other: detect, or a list of rules, of which detect may be one.
func (f *configFile) pagination(n *source.Node, path *diag.Path) {
	if n.Kind != source.Array {
		f.pageRule(n, path)
		return
	}
	for i, item := range n.Items {
		f.pageRule(item, path.Child(strconv.Itoa(i)))
	}
}

// pageRule reads detect, or the rule for the operations that fit.
func (f *configFile) pageRule(n *source.Node, path *diag.Path) {
	if n.Kind == source.String && n.Text == "detect" {
		f.config.Paging.Detect = true
		return
	}
	if n.Kind != source.Object {
		f.findings.Error(f.document.Pos(n, path), diag.RuleType, "pagination is detect, or rules such as {operations: [listOrders], kind: cursor, request: cursor, items: /items, next: /next}")
		return
	}
	pos := f.document.Pos(n, path)
	r := &api.PageRule{Pos: pos, Pages: &api.Pagination{Pos: pos}, Used: f.shared}
	f.members(n, path, "a rule of pagination", pageRuleKeys(), func(key string, n *source.Node, path *diag.Path) {
		word := r.Pages.Word(key)
		switch {
		case slices.Contains(criterionKinds(), key):
			f.criterion(key, n, path, &r.For)
		case n.Kind != source.String:
			f.findings.Error(f.document.Pos(n, path), diag.RuleType, "%s is a text, not %s", key, n.Kind)
		case word != nil:
			*word = api.PageWord{Pos: f.document.Pos(n, path), Text: n.Text, Given: true}
		default:
			r.Pages.Kind = f.pageKind(n, path)
		}
	})
	switch missing := r.Pages.Missing(); {
	case !slices.ContainsFunc(criterionKinds(), func(kind string) bool { return n.Get(kind) != nil }):
		f.findings.Error(pos, diag.RuleMissing, "a rule of pagination needs operations, paths or tags")
	case n.Get("kind") == nil:
		f.findings.Error(pos, diag.RuleMissing, "a rule of pagination needs a kind")
	case missing != "":
		f.findings.Error(pos, diag.RuleMissing, "pagination of kind %s needs %q", r.Pages.Kind, missing)
	case r.Pages.Kind == api.ByLink && r.Pages.Request.Given:
		f.findings.Error(r.Pages.Request.Pos, diag.RuleNoEffect, "request has no effect with the kind link: the URL has the whole query")
	}
	f.config.Paging.Rules = append(f.config.Paging.Rules, r)
}

func (f *configFile) pageKind(n *source.Node, path *diag.Path) api.PageKind {
	kind := api.PageKind(n.Text)
	if !slices.Contains(api.PageKinds(), kind) {
		f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "the kind of pages is cursor, page, offset or link")
	}
	return kind
}

// pageRuleKeys are the keys of a rule of pagination.
func pageRuleKeys() []string {
	keys := slices.Concat(criterionKinds(), api.PageKeys())
	slices.SortFunc(keys, strings.Compare)
	return keys
}
