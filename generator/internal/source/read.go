package source

import (
	"math"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/diag"
)

// Read reads the text of a document: JSON (RFC 8259) if the name ends in .json or the text is JSON, else YAML 1.2. What is wrong with
// it goes to findings.
func Read(name string, data []byte, findings *diag.List) *Document {
	return readText(&diag.File{Name: name}, data, &room{}, findings)
}

// Again reads a file a second time, from the text that was kept of it, for those who need its tree when that is gone.
func Again(file *diag.File) *Document {
	again := *file                                                                      // others may look at the first
	d := readText(&again, []byte(file.Text), &room{times: math.MaxInt32}, &diag.List{}) // it was in its limits
	d.File = file
	return d
}

func readText(file *diag.File, data []byte, in *room, findings *diag.List) *Document {
	d := &Document{File: file}
	if len(data) > maxBytes {
		tooManyBytes(d.File, findings)
		return d
	}
	text, ok := decodeText(d.File, string(data), findings)
	if !ok {
		return d
	}
	switch begin := strings.TrimLeft(text, " \t\r\n"); {
	case begin == "":
		fileIsEmpty(d.File, findings)
	case extension(file.Name) == ".json":
		d.Root = newJSONReader(d.File, text, in, findings).read()
	case begin[0] == '{' || begin[0] == '[':
		d.Root = readEither(d.File, text, in, findings)
	default:
		d.Root = newYAMLReader(d.File, text, in, findings).read()
	}
	return d
}

// readEither reads a text that may be JSON or a YAML flow collection.
func readEither(file *diag.File, text string, in *room, findings *diag.List) *Node {
	var ofJSON, ofYAML diag.List
	before := *in
	reader := newJSONReader(file, text, in, &ofJSON)
	root := reader.read()
	if root != nil || reader.tooLarge {
		addAll(findings, &ofJSON)
		return root
	}
	*in = before
	root = newYAMLReader(file, text, in, &ofYAML).read()
	if ext := extension(file.Name); root != nil || ext == ".yaml" || ext == ".yml" {
		addAll(findings, &ofYAML)
	} else {
		addAll(findings, &ofJSON) // neither: more text that begins with { is meant as JSON
	}
	return root
}

func addAll(to, from *diag.List) {
	for _, f := range from.All() {
		to.Add(f)
	}
}

// extension returns the extension of a file name or URL in lower case.
func extension(name string) string {
	if strings.Contains(name, "://") {
		name, _, _ = strings.Cut(name, "#")
		name, _, _ = strings.Cut(name, "?")
	}
	return strings.ToLower(path.Ext(name))
}

// decodeText checks the encoding and removes a byte order mark.
func decodeText(file *diag.File, text string, findings *diag.List) (string, bool) {
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
		findings.Error(diag.Pos{File: file, Line: 1, Column: 1}, diag.RuleSyntax, "the file is UTF-16").Hint = "save it as UTF-8"
		return "", false
	}
	text = strings.TrimPrefix(text, "\ufeff")
	file.Text = text
	if utf8.ValidString(text) {
		return text, true
	}
	offset := firstInvalid(text)
	line, column := newLineTable(text).position(offset)
	pos := diag.Pos{File: file, Line: line, Column: column}
	findings.Error(pos, diag.RuleSyntax, "the byte 0x%02X is not UTF-8", text[offset]).Hint = "save the file as UTF-8"
	return "", false
}

func firstInvalid(text string) int {
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd") {
			return i
		}
	}
	return len(text)
}

func fileIsEmpty(file *diag.File, findings *diag.List) {
	findings.Error(diag.Pos{File: file, Line: 1, Column: 1}, diag.RuleSyntax, "the file is empty")
}

func tooManyBytes(file *diag.File, findings *diag.List) {
	findings.Error(diag.Pos{File: file, Line: 1, Column: 1}, diag.RuleTooLarge, "the file is larger than %d MiB", maxBytes>>20)
}
