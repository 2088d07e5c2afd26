package change

import (
	"strconv"
	"strings"
)

const (
	shortText = 60 // characters of a text that sentences show whole
	context   = 24 // characters that are left around what differs in a longer one
)

// Reworded says in a sentence that a text of the document is another one: Old text. → New text. What both begin or end with is cut
// from long texts. label names the field; description goes without saying.
func Reworded(label, old, new string) string {
	prefix := label + ": "
	if label == "description" {
		prefix = ""
	}
	old, new = oneLine(old), oneLine(new)
	switch {
	case old == "":
		return label + " is new"
	case new == "":
		return label + " is gone"
	case old == new:
		return label + " has other spaces"
	}
	from, to := shortened(old, new)
	if len(from)+len(to) > 4*shortText {
		return label + ": another one"
	}
	return prefix + from + " → " + to
}

// Counted says that there is another number of something, or others of them.
func Counted(what string, old, new int) string {
	if old == new {
		return "other " + what
	}
	return what + ": " + strconv.Itoa(old) + " → " + strconv.Itoa(new)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shortened cuts what two texts have in common at words, if they are long.
func shortened(old, new string) (string, string) {
	if len(old)+len(new) <= 2*shortText {
		return old, new
	}
	a, b := strings.Fields(old), strings.Fields(new)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return cut(a, head, tail), cut(b, head, tail)
}

// cut leaves a few words around those that differ.
func cut(words []string, head, tail int) string {
	from, to := head, len(words)-tail
	for n := 0; from > 0 && n+len(words[from-1]) < context; from-- {
		n += len(words[from-1]) + 1
	}
	for n := 0; to < len(words) && n+len(words[to]) < context; to++ {
		n += len(words[to]) + 1
	}
	text := strings.Join(words[from:to], " ")
	if from > 0 {
		text = "… " + text
	}
	if to < len(words) {
		text += " …"
	}
	return text
}
