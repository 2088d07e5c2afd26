package view

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// Claim says what a witness shows.
func Claim(w *change.Witness) string {
	if w.OldAccepts {
		return "old allows, new rejects"
	}
	return "new allows, old does not"
}

// Proof returns the message or body of a witness in full.
func Proof(w *change.Witness) string {
	if w.Text != "" {
		return strings.TrimRight(strings.ReplaceAll(w.Text, "\r\n", "\n"), "\n")
	}
	return Spaced(w.Body)
}

// ProofLine returns a witness in one line: of a message the start line, and its body if it has one.
func ProofLine(w *change.Witness) string {
	if w.Text == "" {
		return Spaced(w.Body)
	}
	head, body, _ := strings.Cut(Proof(w), "\n\n")
	start, headers, _ := strings.Cut(head, "\n")
	line := strings.TrimSuffix(start, " HTTP/1.1")
	if strings.HasPrefix(start, "HTTP/") && headers != "" {
		line += ", " + strings.ReplaceAll(headers, "\n", ", ") // the status alone says little
	}
	if body = strings.TrimSpace(body); body != "" {
		line += ", body " + body
	}
	return line
}

// Spaced returns a JSON text in one line, with a space behind each colon and comma.
func Spaced(text string) string {
	var b strings.Builder
	inString := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case inString && c == '\\' && i+1 < len(text):
			b.WriteByte(c)
			i++
			b.WriteByte(text[i])
		case c == '"':
			inString = !inString
			b.WriteByte(c)
		case inString:
			b.WriteByte(c)
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
		case c == ',' || c == ':':
			b.WriteByte(c)
			b.WriteByte(' ')
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// Clip returns the beginning of a text that is longer than most bytes, and says how long it is and where all of it stands.
func Clip(text string, most int) string {
	if len(text) <= most {
		return text
	}
	end := most
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return fmt.Sprintf("%s… (%d bytes; the JSON report has all of them)", text[:end], len(text))
}
