package source

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/oas2go/oas2go/generator/diag"
)

// jsonNumber is the grammar of RFC 8259 section 6.
var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)

func FuzzJSON(f *testing.F) {
	for _, text := range []string{
		`{}`, `[1,2,]`, `{"a": [1.5e3, -0, true, false, null, "\u00e9\n"]}`, `"\ud83d\ude00"`, `{"a":1,"a":2}`, " [\r\n] ", `-`, `01`, `[1e]`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var l diag.List
		d := Read("a.json", data, &l)
		checkDocument(t, d, &l)
		if d.Root != nil && l.Count(diag.Error) == 0 && !json.Valid([]byte(strings.TrimPrefix(string(data), "\ufeff"))) {
			t.Errorf("accepted, but it is not JSON")
		}
		if d.Root != nil || !json.Valid(data) {
			return
		}
		// encoding/json does not look at UTF-8 and at surrogates, and allows more levels.
		found := l.All()[0]
		if found.Rule == diag.RuleTooLarge || strings.Contains(found.Message, "surrogate") || strings.Contains(found.Message, "not UTF-8") {
			return
		}
		t.Errorf("not accepted, but it is JSON: %s", found.Message)
	})
}

func FuzzYAML(f *testing.F) {
	for _, text := range []string{
		"a: 1\nb: [x, 'y', \"z\"]\n", "a: &x {b: 0x1F}\nc: *x\nd: {<<: *x}\n", "- 010\n- .5\n- 1_000\n- +1.\n", "a: |\n  x\n y\n",
		"a: &x [*x]\n", "%YAML 1.2\n---\n!!int 5\n...\n", "a: x\u2028y\n", "{a: 1 b: 2}", "? [a]\n: b\n", "a:\n\tb", "b: *x\n", "a: 'b\n",
		"a: }\n", "a: !f!b c", "\"\\q\"", "- a\nb: c\n", "a: @b", "<<: [1, {a: 2}]\n<<: 3\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var l diag.List
		checkDocument(t, Read("a.yaml", data, &l), &l)
	})
}

// checkDocument checks what every reader promises for every text.
func checkDocument(t *testing.T, d *Document, l *diag.List) {
	t.Helper()
	if d.Root == nil && l.Count(diag.Error) == 0 {
		t.Error("no document and no error")
	}
	for _, f := range l.All() {
		if f.Pos.Line == 0 || f.Pos.Column == 0 || f.Message == "" {
			t.Errorf("finding without place or text: %v", f)
		}
	}
	if d.Root != nil {
		checkNode(t, d.Root, maxDepth)
	}
}

func checkNode(t *testing.T, n *Node, levels int) {
	t.Helper()
	if n.Line == 0 || n.Column == 0 {
		t.Errorf("node without place: %v", n)
	}
	if n.Kind == Number && !jsonNumber.MatchString(n.Text) {
		t.Errorf("no number of JSON: %q", n.Text)
	}
	if n.Kind >= Array && levels == 0 {
		t.Error("too many levels")
		return
	}
	names := map[string]bool{}
	for _, m := range n.Members {
		if names[m.Name] {
			t.Errorf("the name %q twice", m.Name)
		}
		names[m.Name] = true
		if n.Get(m.Name) != m.Value {
			t.Errorf("Get(%q) finds another member", m.Name)
		}
		checkNode(t, m.Value, levels-1)
	}
	for _, item := range n.Items {
		checkNode(t, item, levels-1)
	}
}
