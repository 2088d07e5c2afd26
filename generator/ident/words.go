package ident

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words splits a name of a document at everything that is no letter or digit and where the case changes: "html_url" is html and
// url, "MRSTask" is MRS and Task, "userIDs" is user and IDs.
func Words(name string) []string {
	var words []string
	runes := []rune(name)
	start := 0
	cut := func(end int) {
		if end > start {
			words = append(words, string(runes[start:end]))
		}
		start = end
	}
	for i, r := range runes {
		switch {
		case !inWord(r):
			cut(i)
			start = i + 1
		case i > start && boundary(runes, i):
			cut(i)
		}
	}
	cut(len(runes))
	return words
}

// inWord reports whether Go allows r in an identifier, the underscore aside. Marks (combining accents) are not allowed by Go.
func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// boundary reports whether a word begins at i: at fooBar and at HTMLPage, but not within the plural "IDs".
func boundary(runes []rune, i int) bool {
	before, here := runes[i-1], runes[i]
	if !unicode.IsUpper(here) {
		return false
	}
	if !unicode.IsUpper(before) {
		return true
	}
	next := i + 1
	if next >= len(runes) || !unicode.IsLower(runes[next]) {
		return false
	}
	plural := runes[next] == 's' && (next+1 == len(runes) || !unicode.IsLower(runes[next+1]))
	return !plural
}

// symbols are the words for names that have no letter or digit at all: ">=" is GreaterEqual.
var symbols = map[rune]string{
	'+': "Plus", '-': "Minus", '*': "Star", '/': "Slash", '<': "Less", '>': "Greater", '=': "Equal", '!': "Not", '&': "And", '|': "Or",
	'.': "Dot", ',': "Comma", ':': "Colon", ';': "Semicolon", '@': "At", '#': "Hash", '$': "Dollar", '%': "Percent", '?': "Question",
	'~': "Tilde", '^': "Caret", '_': "Underscore", ' ': "Space", '\\': "Backslash", '\'': "Quote", '"': "DoubleQuote", '`': "Backquote",
	'(': "Open", ')': "Close", '[': "OpenBracket", ']': "CloseBracket", '{': "OpenBrace", '}': "CloseBrace", '\n': "Newline", '\t': "Tab",
}

// spelled replaces what Words would lose but a reader needs: a sign before a word ("-name" is an order, "name" the other one), one
// at the end, and a name that is symbols only.
func spelled(name string) string {
	if name == "" {
		return "Empty"
	}
	if first, _ := utf8.DecodeRuneInString(name[1:]); inWord(first) && (name[0] == '+' || name[0] == '-') {
		return symbols[rune(name[0])] + " " + name[1:]
	}
	if strings.ContainsFunc(name, inWord) {
		for sign, word := range map[string]string{"+": "Plus", "-": "Minus"} {
			if grade, ok := strings.CutSuffix(name, sign); ok && !strings.ContainsFunc(grade, func(r rune) bool { return !inWord(r) }) {
				return grade + " " + word
			}
		}
		return name
	}
	var b strings.Builder
	for _, r := range name {
		b.WriteString(symbols[r])
	}
	if b.Len() == 0 {
		return "Sign" + hash(name, 4)
	}
	return b.String()
}
