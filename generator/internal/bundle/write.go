package bundle

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// JSON returns the text of a tree as JSON, with numbers as they are.
func JSON(d *source.Document) ([]byte, error) {
	var compact, out bytes.Buffer
	writeJSON(&compact, d.Root)
	if err := json.Indent(&out, compact.Bytes(), "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

func writeJSON(b *bytes.Buffer, n *source.Node) {
	switch n.Kind {
	case source.Null:
		b.WriteString("null")
	case source.String:
		writeText(b, n.Text)
	case source.Array:
		b.WriteByte('[')
		for i, item := range n.Items {
			if i > 0 {
				b.WriteByte(',')
			}
			writeJSON(b, item)
		}
		b.WriteByte(']')
	case source.Object:
		b.WriteByte('{')
		for i, m := range n.Members {
			if i > 0 {
				b.WriteByte(',')
			}
			writeText(b, m.Name)
			b.WriteByte(':')
			writeJSON(b, m.Value)
		}
		b.WriteByte('}')
	default:
		b.WriteString(n.Text)
	}
}

func writeText(b *bytes.Buffer, text string) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a text can be encoded
	b.Truncate(b.Len() - 1)
}

// YAML returns the text of a tree as YAML. Comments and the way in which scalars and collections are written are those of the files.
func YAML(d *source.Document) ([]byte, error) {
	text, err := encode(d, false)
	// The library moves the empty lines around some comments when it writes them first, and not when it writes what it has written.
	const rounds = 3
	for range rounds {
		if err != nil {
			return nil, err
		}
		var again []byte
		read := source.Read("bundle.yaml", text, &diag.List{})
		if read.Root == nil || !equal(read.Root, d.Root) {
			return encode(d, true) // a style that the library cannot write for a text
		}
		if again, err = encode(read, false); err == nil && bytes.Equal(text, again) {
			break
		}
		text = again
	}
	return text, err
}

// equal reports whether two trees have the same values in the same order.
func equal(a, b *source.Node) bool {
	if a.Kind != b.Kind || a.Text != b.Text || len(a.Members) != len(b.Members) || len(a.Items) != len(b.Items) {
		return false
	}
	for i := range a.Members {
		if a.Members[i].Name != b.Members[i].Name || !equal(a.Members[i].Value, b.Members[i].Value) {
			return false
		}
	}
	for i := range a.Items {
		if !equal(a.Items[i], b.Items[i]) {
			return false
		}
	}
	return true
}

// encode writes a tree once.
func encode(d *source.Document, plain bool) ([]byte, error) {
	if d.Root == nil {
		return nil, errors.New("the joined document is no YAML")
	}
	w := &writer{document: d, plain: plain, written: map[*diag.File]map[spot]*yaml.Node{}}
	top := &yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{w.node(d.Root)}}
	var out bytes.Buffer
	e := yaml.NewEncoder(&out)
	e.SetIndent(2)
	if err := e.Encode(top); err != nil {
		return nil, err
	}
	return out.Bytes(), e.Close()
}

// A spot is where in a text a node of a kind begins: an object begins where its first name does.
type spot struct {
	line, column uint32
	kind         yaml.Kind
}

// A writer makes nodes of the library out of those of a tree.
type writer struct {
	document *source.Document
	plain    bool                               // styles and comments are left out
	written  map[*diag.File]map[spot]*yaml.Node // of the files, when they are needed
}

func (w *writer) node(n *source.Node) *yaml.Node {
	out := &yaml.Node{}
	switch n.Kind {
	case source.Object:
		out.Kind = yaml.MappingNode
		for _, m := range n.Members {
			key := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: m.Name}
			if isPlainKey(m.Name) {
				key.Tag = ""
			}
			w.like(key, m.Line, m.Column)
			out.Content = append(out.Content, key, w.node(m.Value))
		}
	case source.Array:
		out.Kind = yaml.SequenceNode
		for _, item := range n.Items {
			out.Content = append(out.Content, w.node(item))
		}
	case source.String:
		out.Kind, out.Tag, out.Value = yaml.ScalarNode, "!!str", n.Text
	case source.Null:
		out.Kind, out.Tag, out.Value = yaml.ScalarNode, "!!null", "null"
	default:
		out.Kind, out.Value = yaml.ScalarNode, n.Text
	}
	w.like(out, n.Line, n.Column)
	if n.Kind != source.String && n.Kind < source.Array {
		out.Style = 0
	}
	return out
}

// isPlainKey reports whether a name is a number that may stand without quotes: 200.
func isPlainKey(name string) bool {
	return name != "" && name[0] != '0' && strings.Trim(name, "0123456789") == ""
}

// like gives a node the style and the comments of the one that stands at a line and a column.
func (w *writer) like(n *yaml.Node, line, column uint32) {
	if line == 0 || w.plain {
		return
	}
	pos := diag.Pos{File: w.document.File, Line: line, Column: column}.Written()
	from := w.spots(pos.File)[spot{pos.Line, column, n.Kind}]
	if from == nil {
		return
	}
	n.HeadComment, n.LineComment, n.FootComment = from.HeadComment, from.LineComment, from.FootComment
	if n.Tag != "!!str" && n.Kind == yaml.ScalarNode && from.Style == 0 {
		n.Tag, n.Value = "", from.Value // 0x10 and 1_000 have a meaning of their own as constants
	}
	if n.Style = from.Style &^ yaml.TaggedStyle; n.Kind == yaml.ScalarNode && from.Tag == "!!str" && n.Tag == "" {
		n.Tag = "!!str"
	}
	if n.Style == yaml.FoldedStyle && strings.Contains("\n"+n.Value, "\n ") {
		n.Style = yaml.LiteralStyle // the library adds lines around indented ones
	}
}

// spots returns the nodes of a file by where they begin; none of JSON or a text that the library does not take as it is.
func (w *writer) spots(file *diag.File) map[spot]*yaml.Node {
	if found, ok := w.written[file]; ok {
		return found
	}
	found := map[spot]*yaml.Node{}
	w.written[file] = found
	if begin := strings.TrimLeft(file.Text, " \t\r\n"); begin == "" || strings.HasSuffix(strings.ToLower(file.Name), ".json") {
		return found
	}
	var top yaml.Node
	if yaml.Unmarshal([]byte(file.Text), &top) != nil {
		return found
	}
	lines, plain := diag.Lines{}, &diag.File{Text: file.Text} // without what is joined to it
	var note func(n *yaml.Node)
	note = func(n *yaml.Node) {
		if n.Kind != yaml.DocumentNode && n.Kind != yaml.AliasNode {
			text, _ := lines.Line(diag.Pos{File: plain, Line: uint32(n.Line)})
			found[spot{uint32(n.Line), byteColumn(text, n.Column), n.Kind}] = n
		}
		for _, child := range n.Content {
			note(child)
		}
	}
	note(&top)
	return found
}

// byteColumn returns the column in bytes of a character of a line.
func byteColumn(line string, char int) uint32 {
	offset := 0
	for ; char > 1 && offset < len(line); char-- {
		_, size := utf8.DecodeRuneInString(line[offset:])
		offset += size
	}
	return uint32(offset + 1)
}
