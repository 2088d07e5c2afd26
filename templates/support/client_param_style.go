package support

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// A style is how a value becomes a parameter (OAS, Style Values). Its name is that of the document, or json for a parameter with
// content, which is JSON text.
type style struct {
	name     string
	explode  bool
	reserved bool // allowReserved
}

// A styleForm is what a style puts around values.
type styleForm struct {
	begin   string
	between string // values that are exploded
	delim   string // others
	named   bool   // the name stands before the value
}

// form follows the table of OAS, Style Examples, which follows RFC 6570. What it calls n/a is written as style form does.
func (s style) form() styleForm {
	switch s.name {
	case "simple":
		return styleForm{between: ",", delim: ","}
	case "label":
		return styleForm{begin: ".", between: ".", delim: ","}
	case "matrix":
		return styleForm{begin: ";", between: ";", delim: ",", named: true}
	case "spaceDelimited":
		return styleForm{between: "&", delim: "%20", named: true}
	case "pipeDelimited":
		return styleForm{between: "&", delim: "%7C", named: true}
	case "cookie":
		return styleForm{between: "; ", delim: ",", named: true}
	}
	return styleForm{between: "&", delim: ",", named: true}
}

// addStyled writes a parameter of the query, a header or a cookie: the value that write gives, in style s.
func (k *call) addStyled(in, name string, s style, write func(*jsonWriter)) {
	var w jsonWriter
	if write(&w); w.err != nil {
		k.fail(w.err)
		return
	}
	if s.isNothing(w.buf) {
		return
	}
	switch in {
	case "header":
		k.addHeader(name, s.text("", w.buf, func(text string) string { return text }))
	case "cookie":
		escape := queryEscape
		if s.name == "cookie" {
			escape = cookieEscape
		}
		if text := s.text(name, w.buf, escape); text != "" {
			k.addCookie(text)
		}
	default:
		if text := s.text(name, w.buf, s.escape()); text != "" {
			k.query = append(k.query, text)
		}
	}
}

// isNothing reports whether a value is not sent: null, an empty array or object (RFC 6570, section 2.3: such a value is undefined),
// or one with nothing but nulls in it.
func (s style) isNothing(value []byte) bool {
	parts, kind := splitJSON(value)
	return s.name != "json" && (kind == 'n' || len(parts) == 0 && (kind == '[' || kind == '{'))
}

// addCookie appends what stands between two semicolons of the header Cookie.
func (k *call) addCookie(text string) {
	if old := k.header["Cookie"]; len(old) > 0 {
		text = old[0] + "; " + text
		delete(k.header, "Cookie")
	}
	k.addHeader("Cookie", text)
}

// styledPath gives the text of a path parameter.
func (k *call) styledPath(name string, s style, write func(*jsonWriter)) string {
	var w jsonWriter
	if write(&w); w.err != nil {
		k.fail(w.err)
	}
	escape := s.escape()
	label := name
	if s.name == "json" {
		label = ""
	}
	text := s.text(label, w.buf, func(text string) string {
		return strings.NewReplacer("/", "%2F", "?", "%3F").Replace(escape(text))
	})
	switch plain, _ := url.PathUnescape(text); { // these would change the route
	case plain == "" && !strings.HasPrefix(string(w.buf), `"`):
		k.fail(fmt.Errorf("path parameter %s has no text: its style writes nothing for null, and for a list or an object of nothing else", name))
	case plain == "" || plain == "." || plain == "..":
		k.fail(fmt.Errorf("path parameter %s is %q", name, text))
	}
	return text
}

// text gives a JSON value in the style. Null is nothing, and so is an empty array or object.
func (s style) text(name string, value []byte, escape func(string) string) string {
	f := s.form()
	prefix := f.begin
	if f.named && name != "" {
		prefix += escape(name) + "="
	}
	parts, kind := splitJSON(value)
	switch {
	case s.name == "json":
		return prefix + escape(string(value))
	case s.isNothing(value):
		return ""
	case kind != '[' && kind != '{':
		text := escape(scalarText(value))
		if s.name == "matrix" && text == "" {
			return strings.TrimSuffix(prefix, "=")
		}
		return prefix + text
	case s.name == "deepObject":
		return strings.Join(deepObject(nil, name, parts, escape), "&")
	}
	var texts []string
	for _, p := range flat(s, f, kind, parts) {
		text := escape(scalarText(p.value))
		switch {
		case kind == '{' && s.explode:
			text = escape(p.name) + "=" + text
		case kind == '{':
			text = escape(p.name) + f.delim + text
		case s.explode && f.named:
			text = escape(name) + "=" + text
		}
		texts = append(texts, text)
	}
	switch {
	case len(texts) == 0: // a list inside had no items
		return ""
	case s.explode:
		return f.begin + strings.Join(texts, f.between)
	}
	return prefix + strings.Join(texts, f.delim)
}

// flat gives the parts of an object that is exploded, with a part for each item of a list. OAS leaves open what becomes of a list there:
// this is what servers read.
func flat(s style, f styleForm, kind byte, parts []jsonPart) (all []jsonPart) {
	if kind != '{' || !s.explode || !f.named {
		return parts
	}
	for _, p := range parts {
		items, kind := splitJSON(p.value)
		if kind != '[' {
			all = append(all, p)
		}
		for _, item := range items {
			if kind == '[' {
				all = append(all, jsonPart{p.name, item.value})
			}
		}
	}
	return all
}

// deepObject gives name[member]=value for each scalar inside. OAS says nothing about more than one level: this is what most
// servers read.
func deepObject(texts []string, name string, parts []jsonPart, escape func(string) string) []string {
	for _, p := range parts {
		inner, kind := splitJSON(p.value)
		path := name + "[" + p.name + "]"
		if kind == '[' || kind == '{' {
			texts = deepObject(texts, path, inner, escape)
			continue
		}
		texts = append(texts, queryEscape(path)+"="+escape(scalarText(p.value)))
	}
	return texts
}

func (s style) escape() func(string) string {
	if s.reserved {
		return reservedEscape
	}
	return queryEscape
}

// reservedEscape leaves reserved characters as they are, and what is escaped already (RFC 6570, section 3.2.3), but for those that would
// end the value: the server would read another one.
func reservedEscape(s string) string { return escapeOthers(s, ":/?@!$'()*,;=", true) }

// cookieEscape leaves what RFC 6265 allows in a value.
func cookieEscape(s string) string { return escapeOthers(s, "!#$&'()*+/:<=>?@[]^`{|}", false) }

// escapeOthers escapes all but letters, digits, -._~, the given characters, and triples such as %20 if they may pass.
func escapeOthers(s, keep string, triples bool) string {
	var b strings.Builder
	for i := range len(s) {
		if strings.IndexByte(keep, s[i]) >= 0 || triples && isTriple(s[i:]) {
			b.WriteByte(s[i])
		} else {
			b.WriteString(queryEscape(s[i : i+1]))
		}
	}
	return b.String()
}

// isTriple reports whether a text begins with a percent sign and two hexadecimal digits.
func isTriple(s string) bool {
	if len(s) < 3 || s[0] != '%' {
		return false
	}
	_, err := strconv.ParseUint(s[1:3], 16, 8)
	return err == nil
}
