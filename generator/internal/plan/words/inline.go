package words

import (
	"regexp"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// What of Markdown and HTML within a paragraph a comment cannot show. The text of a link stays, its address behind it. Angle brackets
// mean many things in descriptions (<token>, List<String>), so only the elements of HTML that mark text count as tags.
var (
	codeSpan     = regexp.MustCompile("`+[^`]+`+")
	autoLink     = regexp.MustCompile(`<(https?://[^<>\s]*)>`)
	htmlTag      = regexp.MustCompile(`(?i)</?(?:a|abbr|b|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|wbr)(?:\s[^<>]*)?/?>`)
	ownElement   = regexp.MustCompile(`<(/?)([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?:\s[^<>]*)?>`)
	markdownLink = regexp.MustCompile(`!?\[([^\[\]\n]*)\]\(([^()\s]*)\)`)
	markdownMark = regexp.MustCompile("(?m)^ {0,3}> ?|\\*\\*|`")
	strong       = regexp.MustCompile(`(^|[\s("*])__([^\s_](?:[^\n]*?[^\s_])?)__($|[\s.,;:!?)"*])`) // a__b__c is a name
	emphasis     = regexp.MustCompile(`(^|[\s("])\*([^*\s](?:[^*\n]*[^*\s])?)\*($|[\s.,;:!?)"])`)
	underlined   = regexp.MustCompile(`(^|[\s("])_([^_\s](?:(?:[^_\n]|[a-zA-Z0-9]_[a-zA-Z0-9])*[^_\s])?)_($|[\s.,;:!?)"<])`)
	entities     = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'", "&nbsp;", " ", "&amp;", "&")
)

// inline returns the text of a paragraph on one line. Code in it stays as it is.
func inline(para string) string {
	if strings.Contains(para, "](") {
		para = markdownLink.ReplaceAllStringFunc(para, linkText)
	}
	var b strings.Builder
	start := 0
	if strings.Contains(para, "`") {
		for _, at := range codeSpan.FindAllStringIndex(para, -1) {
			b.WriteString(inlineText(para[start:at[0]]) + strings.Trim(para[at[0]:at[1]], "`"))
			start = at[1]
		}
	}
	b.WriteString(inlineText(para[start:]))
	return strings.Join(strings.Fields(entities.Replace(b.String())), " ")
}

func inlineText(para string) string {
	for strings.Contains(para, "__") { // again: two of them may share the space between them
		plain := strong.ReplaceAllString(para, "$1$2$3")
		if plain == para {
			break
		}
		para = plain
	}
	para = replaceIf(para, ">*`", markdownMark, "")
	para = replaceIf(para, "*", emphasis, "$1$2$3")
	para = replaceIf(para, "_", underlined, "$1$2$3")
	para = replaceIf(para, "<", autoLink, "$1")
	return replaceIf(withoutElements(para), "<", htmlTag, " ")
}

// withoutElements removes the tags of elements that a page defines itself. <api-key> means a value if nothing closes it.
func withoutElements(para string) string {
	if !strings.Contains(para, "</") {
		return para
	}
	closed := map[string]bool{}
	for _, m := range ownElement.FindAllStringSubmatch(para, -1) {
		closed[m[2]] = closed[m[2]] || m[1] == "/"
	}
	return ownElement.ReplaceAllStringFunc(para, func(tag string) string {
		if closed[ownElement.FindStringSubmatch(tag)[2]] {
			return " "
		}
		return tag
	})
}

// replaceIf is re.ReplaceAllString, which takes long, for texts with one of the characters that re needs.
func replaceIf(text, characters string, re *regexp.Regexp, by string) string {
	if !strings.ContainsAny(text, characters) {
		return text
	}
	return re.ReplaceAllString(text, by)
}

func linkText(link string) string {
	m := markdownLink.FindStringSubmatch(link)
	if m[2] == "" || strings.HasPrefix(m[2], "#") || m[1] == m[2] {
		return m[1]
	}
	return strings.TrimSpace(m[1] + " (" + m[2] + ")")
}

// PlainText returns the text of a description in one paragraph, without its code.
func PlainText(description string) string {
	var parts []string
	for _, para := range rawBlocks(description) {
		switch para := para.(type) {
		case gomodel.Text:
			parts = append(parts, para[0].Text)
		case gomodel.List:
			var items []string
			for _, item := range para {
				items = append(items, item.Text[0].Text)
			}
			parts = append(parts, strings.Join(items, "; "))
		}
	}
	for i := range parts[:max(0, len(parts)-1)] {
		parts[i] = Sentence(parts[i])
	}
	return strings.Join(parts, " ")
}
