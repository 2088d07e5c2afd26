package source

import (
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/diag"
)

// Find follows a JSON pointer, RFC 6901, from the root of the document; percent-encoding is decoded already.
func (d *Document) Find(pointer string) (*Node, *diag.Path, bool) {
	tokens, ok := parsePointer(pointer)
	if !ok {
		return nil, nil, false
	}
	return d.FindTokens(tokens)
}

// FindTokens follows the unescaped tokens of a JSON pointer from the root of the document.
func (d *Document) FindTokens(tokens []string) (*Node, *diag.Path, bool) {
	n := d.Root
	var path *diag.Path
	for _, token := range tokens {
		n = n.child(token)
		path = path.Child(token)
	}
	if n == nil {
		return nil, nil, false
	}
	return n, path, true
}

// child returns the member or the element that a token names, nil if there is none.
func (n *Node) child(token string) *Node {
	if n == nil || n.Kind != Array {
		return n.Get(token)
	}
	index, err := strconv.Atoi(token)
	if err != nil || index < 0 || index >= len(n.Items) || strconv.Itoa(index) != token { // RFC 6901 section 4: no leading zeros
		return nil
	}
	return n.Items[index]
}

// ParseFragment returns the tokens of a URI fragment that is a JSON pointer, RFC 6901 section 6, without the #. ok is false if the
// fragment is something else, such as the name of an anchor.
func ParseFragment(fragment string) (tokens []string, ok bool) {
	pointer, err := url.PathUnescape(fragment)
	if err != nil || !utf8.ValidString(pointer) {
		return nil, false
	}
	return parsePointer(pointer)
}

// parsePointer splits a JSON pointer and decodes ~0 and ~1.
func parsePointer(pointer string) (tokens []string, ok bool) {
	if pointer == "" {
		return nil, true
	}
	rest, ok := strings.CutPrefix(pointer, "/")
	if !ok {
		return nil, false
	}
	for token := range strings.SplitSeq(rest, "/") {
		text, ok := unescapeToken(token)
		if !ok {
			return nil, false
		}
		tokens = append(tokens, text)
	}
	return tokens, true
}

func unescapeToken(token string) (string, bool) {
	rest := token
	for {
		var found bool
		if _, rest, found = strings.Cut(rest, "~"); !found {
			break
		}
		if rest == "" || rest[0] != '0' && rest[0] != '1' {
			return "", false
		}
	}
	return strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~"), true
}
