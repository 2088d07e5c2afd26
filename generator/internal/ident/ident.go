package ident

import (
	"crypto/sha256"
	"encoding/hex"
	"go/token"
	"strings"
	"unicode"
)

// A Style makes identifiers. The zero Style knows the usual initialisms.
type Style struct{ initialisms map[string]bool }

// usual are the initialisms of the Go style that documents use.
const usual = "ID URL URI HTTP HTTPS HTML JSON XML YAML CSV API UUID IP TCP UDP DNS TLS SSH SQL CPU GPU RAM OS UI TTL UTF8 ASCII EOF"

// NewStyle returns a style that knows more initialisms, given in any case.
func NewStyle(more []string) Style {
	s := Style{initialisms: map[string]bool{}}
	for _, word := range append(strings.Fields(usual), more...) {
		s.initialisms[strings.ToUpper(word)] = true
	}
	return s
}

// Exported returns the exported identifier for a name of the document: "html_url" gives HTMLURL, "1st" X1st, "+1" Plus1, "优" X优.
func (s Style) Exported(name string) string {
	id := s.Suffix(name)
	if first := []rune(id)[0]; !unicode.IsUpper(first) {
		return "X" + id
	}
	return id
}

// Kept is Exported for a name that stays as it is if it is one word in capitals: "SKU" and "HTMLURL" are no constants.
func (s Style) Kept(name string) string {
	for i, r := range name {
		if (r < 'A' || r > 'Z') && (i == 0 || r < '0' || r > '9') {
			return s.Exported(name)
		}
	}
	if name == "" {
		return s.Exported(name)
	}
	return Clip(name)
}

// Field is Kept for a field, where a plain word in capitals would only shout: "STATUS" gives Status, "SKU" and "IBAN" stay.
func (s Style) Field(name string) string {
	if s.isLoudWord(name) {
		return s.title(name, true)
	}
	return s.Kept(name)
}

// isLoudWord reports whether a name is a word in capitals and hardly an initialism. Those are known, or have up to four letters, or begin
// with four consonants as no word does: "SPDXID".
func (s Style) isLoudWord(name string) bool {
	for _, r := range name {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	vowel := strings.IndexAny(name, "AEIOUY")
	return len(name) > 4 && 0 <= vowel && vowel < 4 && !s.initialisms[name] && !s.initialisms[strings.TrimSuffix(name, "S")]
}

// Suffix is Exported for a name that stands behind another: it may begin with a digit or a letter without case.
func (s Style) Suffix(name string) string {
	name = Clip(name)
	shouted := strings.ContainsFunc(name, unicode.IsUpper) && !strings.ContainsFunc(name, unicode.IsLower)
	var b strings.Builder
	for _, word := range Words(spelled(name)) {
		b.WriteString(s.title(word, shouted))
	}
	return b.String()
}

// Local returns an unexported identifier for an argument: "region-id" gives regionID, "type" gives type_.
func (s Style) Local(name string) string {
	var b strings.Builder
	for i, word := range Words(spelled(Clip(name))) {
		if i == 0 {
			b.WriteString(strings.ToLower(word))
			continue
		}
		b.WriteString(s.title(word, true))
	}
	id := b.String()
	if first := []rune(id)[0]; !unicode.IsLetter(first) {
		id = "x" + id
	}
	if token.IsKeyword(id) || predeclared[id] {
		id += "_"
	}
	return id
}

// predeclared are the identifiers that an argument should not hide.
var predeclared = map[string]bool{
	"string": true, "int": true, "bool": true, "error": true, "len": true, "new": true, "nil": true, "true": true, "false": true,
	"any": true, "append": true, "byte": true, "cap": true, "copy": true, "make": true, "max": true, "min": true,
}

func (s Style) title(word string, shouted bool) string {
	upper := strings.ToUpper(word)
	if s.initialisms[upper] {
		return upper
	}
	if numbered, is := strings.CutPrefix(upper, "OAUTH"); is && strings.Trim(numbered, "0123456789") == "" {
		return "OAuth" + numbered
	}
	if stem, plural := strings.CutSuffix(upper, "S"); plural && len(stem) > 1 && s.initialisms[stem] && word != upper {
		return stem + "s"
	}
	runes := []rune(word)
	if shouted {
		runes = []rune(strings.ToLower(word))
	}
	runes[0] = unicode.ToUpper(runes[0])
	return string(runes)
}

// Valid reports whether name can be the name of a package: an identifier that is no keyword and not "_".
func Valid(name string) bool { return token.IsIdentifier(name) && name != "_" }

// hash returns hexadecimal digits for a text, 64 at most: the last step of every ladder.
func hash(text string, digits int) string {
	sum := sha256.Sum256([]byte(text))
	return strings.ToUpper(hex.EncodeToString(sum[:]))[:digits]
}

// longest is the number of letters that a name of the document, or of the type around it, contributes to an identifier.
const longest = 200

// Clip returns the beginning of a name that is longer than people write them.
func Clip(name string) string {
	if len(name) <= longest {
		return name
	}
	if runes := []rune(name); len(runes) > longest {
		return string(runes[:longest])
	}
	return name
}

// Spelling names the way a name of a document is written: Snake, Kebab, Camel, Dotted, or Plain for a single word.
func Spelling(name string) string {
	switch {
	case strings.Contains(name, "_"):
		return "Snake"
	case strings.Contains(name, "-"):
		return "Kebab"
	case strings.Contains(name, "."):
		return "Dotted"
	case strings.ContainsFunc(name, unicode.IsUpper) && strings.ContainsFunc(name, unicode.IsLower):
		return "Camel"
	}
	return "Plain"
}

// SpellOut writes the symbols of a name as words, where they tell it from another: "@type" gives "At type".
func SpellOut(name string) string {
	var b strings.Builder
	for _, r := range name {
		if word := symbols[r]; word != "" && !strings.ContainsRune("_-. ", r) {
			b.WriteString(" " + word + " ")
			continue
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}
