package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/diag"
)

// checkCharacters reports the first character that YAML text cannot have, YAML 1.2.2 section 5.1.
func (r *yamlReader) checkCharacters() bool {
	for i, c := range r.text {
		if c >= ' ' && c < 0x7f || c == '\n' || c == '\t' || c == '\r' || c >= 0xa0 && c < 0xfffe || c > 0xffff || c == 0x85 {
			continue
		}
		line, column := r.lines.position(i)
		f := r.findings.Error(r.pos(line, column), diag.RuleSyntax, "the character U+%04X cannot stand in YAML text", c)
		f.Hint = "remove it, or write it as an escape in double quotes"
		return false
	}
	return true
}

// readableText returns text in the form that the YAML library reads as YAML 1.2 means it, with every character at its place:
//   - the library knows only the directive %YAML 1.1, where 1.2 differs in nothing that this package leaves to it;
//   - it takes a tab before a comment for indentation;
//   - it takes NEL, LS and PS for line breaks, which they no longer are in YAML 1.2 (section 5.4), so others stand in for them;
//   - it does not know the escape \/ of YAML 1.2 (section 5.7), so another one stands in for it.
//
// restore undoes the last two changes in scalars; it is nil if there is nothing to undo.
func readableText(text string) (readable string, restore *strings.Replacer) {
	text = spacesForTabs(oldDirective(text))
	text, pairs := knownEscape(text)
	for _, c := range []rune{0x85, 0x2028, 0x2029} {
		if !strings.ContainsRune(text, c) {
			continue
		}
		if other, ok := standIn(text, c); ok {
			text = strings.ReplaceAll(text, string(c), string(other))
			pairs = append(pairs, string(other), string(c))
		}
	}
	if pairs == nil {
		return text, nil
	}
	return text, strings.NewReplacer(pairs...)
}

// knownEscape puts an escape that the library knows, and that text does not have, for \/ . Where that was an escape, a scalar
// then has its character, where it was none, the escape itself: pairs undo both.
func knownEscape(text string) (readable string, pairs []string) {
	const slash, backslash = `\/`, "5c"
	if !strings.Contains(text, slash) || escapes(text, backslash) {
		return text, nil
	}
	for _, other := range []struct{ escape, char, hex string }{
		{`\v`, "\v", "0b"}, {`\a`, "\a", "07"}, {`\f`, "\f", "0c"}, {`\b`, "\b", "08"}, {`\e`, "\x1b", "1b"},
	} {
		if !strings.Contains(text, other.escape) && !escapes(text, other.hex) {
			return strings.ReplaceAll(text, slash, other.escape), []string{other.char, "/", other.escape, slash}
		}
	}
	return text, nil
}

// escapes reports whether text may have a character of one byte by its number.
func escapes(text, hex string) bool {
	text = strings.ToLower(text)
	return strings.Contains(text, `\x`+hex) || strings.Contains(text, `\u00`+hex) || strings.Contains(text, `\u000000`+hex)
}

// standIn returns a character that is not in text and has as many bytes as c.
func standIn(text string, c rune) (other rune, ok bool) {
	from, to := rune(0x100), rune(0x7ff) // two bytes
	if utf8.RuneLen(c) == 3 {
		from, to = 0xe000, 0xf8ff // private use
	}
	used := make([]bool, to-from+1)
	for _, r := range text {
		if from <= r && r <= to {
			used[r-from] = true
		}
	}
	i := slices.Index(used, false)
	return from + rune(i), i >= 0
}

// oldDirective replaces the version in the directive %YAML 1.2 at the begin of a text.
func oldDirective(text string) string {
	const directive = "%YAML 1."
	for i := 0; i < len(text); {
		line, _, _ := strings.Cut(text[i:], "\n")
		trimmed := strings.TrimSpace(line)
		version := i + len(directive)
		if strings.HasPrefix(line, directive) && version < len(text) && isDigit(text[version]) {
			return text[:version] + "1" + text[version+1:]
		}
		if trimmed != "" && trimmed[0] != '#' && trimmed[0] != '%' {
			break
		}
		i += len(line) + 1
	}
	return text
}
