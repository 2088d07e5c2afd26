package ident

import (
	"fmt"
	"strings"
	"unicode"
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

// spelled replaces what Words would lose but a reader needs: signs, and a name that is symbols only.
func spelled(name string) string {
	if name == "" {
		return "Empty"
	}
	if strings.ContainsFunc(name, inWord) {
		return spelledSigns(name)
	}
	var b strings.Builder
	for _, r := range name {
		word, known := symbols[r]
		if !known {
			word = fmt.Sprintf("U%04X", r) // as Unicode writes it
		}
		b.WriteString(word)
	}
	return b.String()
}

// spelledSigns writes as words what is a sign and no separator: one before the first word ("-name" is an order, "name" the other one),
// one before a number ("GMT+1", "reactions--1"), and the only one, at the end ("A+").
func spelledSigns(name string) string {
	if !strings.ContainsAny(name, "+-") {
		return name
	}
	if grade := name[:len(name)-1]; !strings.ContainsFunc(grade, func(r rune) bool { return !inWord(r) }) {
		return grade + " " + symbols[rune(name[len(name)-1])]
	}
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		next := i+1 < len(runes) && inWord(runes[i+1])
		number := next && unicode.IsDigit(runes[i+1])
		switch {
		case r == '+' && (i == 0 && next || number), r == '-' && (i == 0 && next || number && runes[i-1] == '-'):
			b.WriteString(" " + symbols[r] + " ")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
