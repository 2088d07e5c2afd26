package diff_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/plan"
	"github.com/oas2go/oas2go/generator/internal/render"
	"github.com/oas2go/oas2go/generator/internal/source"
	"github.com/oas2go/oas2go/templates"
)

var update = flag.Bool("update", false, "write what comes out into the pairs")

const (
	goldenFolder = "../../../golden/diff"
	frameName    = "frame.yaml" // the document that the texts of a file stand in
	hole         = "HERE"       // where in it
	mainName     = "openapi.yaml"
)

// A pair is two texts of a golden file, with what is right: a verdict for each direction, and why.
type pair struct {
	name, right string
	old, new    string
	files       map[string]string // other files: old/common.yaml
	want        string
}

// A goldenFile is one file of golden/diff: pairs of one subject, in one frame.
type goldenFile struct {
	path    string
	archive *txtar.Archive
	frame   string
	pairs   []*pair
}

// TestGolden compares the pairs of golden/diff. The first line of each is written by a person and never by this test: what is right.
func TestGolden(t *testing.T) {
	for _, f := range goldenFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(f.path), ".txtar"), func(t *testing.T) {
			require.NotEmpty(t, f.archive.Comment, "%s does not say what it shows", f.path)
			for _, p := range f.pairs {
				t.Run(p.name, func(t *testing.T) {
					r := p.compare(t, f.frame, diff.Options{})
					got := printed(r)
					assert.Equal(t, p.verdicts(t), worst(r), "%s\n%s", p.right, got)
					seen := map[string]string{}
					for _, c := range r.Changes {
						assert.NotContains(t, seen, c.Fingerprint, "%s and %s have one fingerprint", c.Message(), seen[c.Fingerprint])
						seen[c.Fingerprint] = c.Message()
						_, known := rules.Find(c.Rule)
						assert.True(t, known, "nobody explains the rule %s", c.Rule)
					}
					if *update {
						p.want = got
					}
					assert.Equal(t, p.want, got)
				})
			}
			if *update {
				f.write(t)
			}
		})
	}
}

// TestDIS compares the document of this repository with a later edition.
func TestDIS(t *testing.T) {
	old := documentOf(t, source.NewLoader("../../../spec/dis/openapi.yaml"))
	new := documentOf(t, source.NewLoader(filepath.Join(goldenFolder, "dis-2025/openapi.yaml")))
	got := printed(diff.Compare(planned(t, old, "dis"), planned(t, new, "dis"), diff.Options{}))
	want := filepath.Join(goldenFolder, "dis-2025/want.txt")
	if *update {
		require.NoError(t, os.WriteFile(want, []byte(got), 0o644))
	}
	data, err := os.ReadFile(want)
	require.NoError(t, err)
	assert.Equal(t, string(data), got)
}

func goldenFiles(t *testing.T) (list []*goldenFile) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(goldenFolder, "*.txtar"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		list = append(list, readGolden(t, path))
	}
	return list
}

// readGolden reads a file: after the frame, a section for each pair, NAME/want behind it, and its other files NAME/old/FILE.
func readGolden(t *testing.T, path string) *goldenFile {
	t.Helper()
	a, err := txtar.ParseFile(path)
	require.NoError(t, err)
	f := &goldenFile{path: path, archive: a, frame: hole + "\n"}
	for _, section := range a.Files {
		name, rest, isPart := strings.Cut(section.Name, "/")
		text := string(section.Data)
		switch {
		case section.Name == frameName:
			f.frame = text
		case !isPart:
			f.pairs = append(f.pairs, readPair(t, name, text))
		default:
			at := slices.IndexFunc(f.pairs, func(p *pair) bool { return p.name == name })
			require.GreaterOrEqual(t, at, 0, "%s stands before its pair", section.Name)
			p := f.pairs[at]
			if rest == "want" {
				p.want = text
			} else {
				p.files[rest] = text
			}
		}
	}
	return f
}

// readPair reads "right", then the texts behind "old:" and "new:", in the line or indented below it.
func readPair(t *testing.T, name, text string) *pair {
	t.Helper()
	p := &pair{name: name, files: map[string]string{}}
	part := &p.right
	for line := range strings.Lines(text) {
		switch {
		case strings.HasPrefix(line, "old:"):
			part, line = &p.old, strings.TrimPrefix(line[len("old:"):], " ")
		case strings.HasPrefix(line, "new:"):
			part, line = &p.new, strings.TrimPrefix(line[len("new:"):], " ")
		default:
			line = strings.TrimPrefix(line, "  ")
		}
		if strings.TrimSpace(line) != "" {
			*part += line
		}
	}
	require.NotEmpty(t, p.right, "%s does not say what is right", name)
	return p
}

// fill puts a text into the hole of a frame: below it, if it has several lines and stands behind a key.
func fill(frame, text string) string {
	var b strings.Builder
	for line := range strings.Lines(frame) {
		before, after, found := strings.Cut(line, hole)
		switch indent := line[:len(line)-len(strings.TrimLeft(line, " "))]; {
		case !found:
			b.WriteString(line)
		case strings.TrimSpace(before) == "":
			for own := range strings.Lines(text) {
				b.WriteString(indent + own)
			}
		case strings.Count(text, "\n") > 1:
			b.WriteString(strings.TrimRight(before, " ") + "\n")
			for own := range strings.Lines(text) {
				b.WriteString(indent + "  " + own)
			}
		default:
			b.WriteString(before + strings.TrimSpace(text) + after)
		}
	}
	return b.String()
}

func (p *pair) compare(t *testing.T, frame string, o diff.Options) *diff.Result {
	t.Helper()
	return diff.Compare(planned(t, p.document(t, frame, p.old, "old"), "api"), planned(t, p.document(t, frame, p.new, "new"), "api"), o)
}

// compareDocuments leaves out what changes mean for Go code.
func (p *pair) compareDocuments(t *testing.T, frame string, o diff.Options) *diff.Result {
	t.Helper()
	return diff.Compare(diff.Side{Document: p.document(t, frame, p.old, "old")}, diff.Side{Document: p.document(t, frame, p.new, "new")}, o)
}

// reversed is the pair as the way back.
func (p *pair) reversed() *pair {
	back := *p
	back.old, back.new, back.files = p.new, p.old, map[string]string{}
	for name, text := range p.files {
		side, file, _ := strings.Cut(name, "/")
		back.files[map[string]string{"old": "new", "new": "old"}[side]+"/"+file] = text
	}
	return &back
}

// document reads one of both documents.
func (p *pair) document(t *testing.T, frame, text, name string) *api.Document {
	t.Helper()
	files := fstest.MapFS{mainName: {Data: []byte(fill(frame, text))}}
	for file, text := range p.files {
		if own, found := strings.CutPrefix(file, name+"/"); found {
			files[own] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return documentOf(t, source.NewMemoryLoader(files, mainName))
}

func documentOf(t *testing.T, loader *source.Loader) *api.Document {
	t.Helper()
	var findings diag.List
	defer loader.Close()
	tree, err := loader.Document(&findings)
	require.NoError(t, err)
	d := parse.Document(tree, parse.Options{Loader: loader, Lenient: true, Wholes: true}, &findings)
	require.NotNil(t, d, "%v", findings.All())
	for _, f := range findings.All() {
		require.Less(t, f.Severity, diag.Error, "%s %v", f.Message, f.Pos)
	}
	return d
}

// readSupport reads the support code once for all pairs, because that takes longer than to plan one.
var readSupport = sync.OnceValues(func() (*render.Support, error) { return render.ReadSupport(templates.Support()) })

// planned is a document with its package.
func planned(t *testing.T, d *api.Document, name string) diff.Side {
	t.Helper()
	support, err := readSupport()
	require.NoError(t, err)
	return diff.Side{Document: d, Package: plan.Package(d, plan.Options{Package: name, Reserved: support.Reserved()}, &diag.List{}).Model}
}

// verdicts reads what is right: "request breaking, response compatible: why". A direction that is not named is equal.
func (p *pair) verdicts(t *testing.T) map[change.Direction]change.Verdict {
	t.Helper()
	head, _, ok := strings.Cut(p.right, ":")
	require.True(t, ok, "%s does not begin with verdicts", p.name)
	list := map[change.Direction]change.Verdict{change.Request: change.Equal, change.Response: change.Equal}
	if head == string(change.Equal) {
		return list
	}
	for _, part := range strings.Split(head, ", ") {
		direction, verdict, _ := strings.Cut(part, " ")
		require.Contains(t, list, change.Direction(direction), p.name)
		require.Contains(t, []string{"compatible", "breaking", "unknown", "equal"}, verdict, p.name)
		list[change.Direction(direction)] = change.Verdict(verdict)
	}
	return list
}

// worst returns the worst verdict of each direction.
func worst(r *diff.Result) map[change.Direction]change.Verdict {
	order := []change.Verdict{change.Equal, change.Compatible, change.Unknown, change.Breaking}
	list := map[change.Direction]change.Verdict{change.Request: change.Equal, change.Response: change.Equal}
	for _, c := range r.Changes {
		for _, e := range c.Wire {
			if slices.Index(order, e.Verdict) > slices.Index(order, list[e.Direction]) {
				list[e.Direction] = e.Verdict
			}
		}
	}
	return list
}

// printed is a result as the golden files have it: one block for each change.
func printed(r *diff.Result) string {
	var b strings.Builder
	if r.Lead != "" {
		fmt.Fprintf(&b, "lead: %s\n", r.Lead)
	}
	for _, c := range r.Changes {
		fmt.Fprintf(&b, "%s | %s | %s\n", c.Rule, c.Class, c.Message())
		for _, e := range c.Wire {
			fmt.Fprintf(&b, "  %s %s: %s\n", e.Direction, e.Verdict, strings.Join(e.Operations, ", "))
		}
		fmt.Fprintf(&b, "  old %s\n  new %s\n", printedSide(c.Old), printedSide(c.New))
		if w := c.Witness; w != nil {
			text := w.Body
			if text == "" {
				text = strings.ReplaceAll(strings.TrimSpace(strings.ReplaceAll(w.Text, "\r", "")), "\n", "\n        ")
			}
			fmt.Fprintf(&b, "  proof %s\n", text)
		}
		if c.Advice.Why != "" {
			fmt.Fprintf(&b, "  why %s\n", c.Advice.Why)
		}
		if c.Go.Error != "" {
			fmt.Fprintf(&b, "  error %s\n", c.Go.Error)
		}
		for _, line := range c.Alike {
			fmt.Fprintf(&b, "  alike %s\n", line)
		}
		for _, n := range c.Go.Names {
			fmt.Fprintf(&b, "  go %s\n", strings.Join(slices.DeleteFunc([]string{string(n.Kind), n.Name, n.Old, n.New, n.Note}, isEmpty), " | "))
		}
	}
	if b.Len() == 0 {
		return "no changes\n"
	}
	return b.String()
}

func isEmpty(s string) bool { return s == "" }

// maxExcerpt is how much of a line shows what stands at a position.
const maxExcerpt = 50

// printedSide is a position with the text that begins there.
func printedSide(s change.Side) string {
	if s.Pos.File == nil {
		return "nowhere"
	}
	lines := strings.Split(s.Pos.File.Text, "\n")
	text := "?"
	if n := int(s.Pos.Line) - 1; n < len(lines) && int(s.Pos.Column) <= len(lines[n])+1 {
		text = lines[n][s.Pos.Column-1:]
	}
	if len(text) > maxExcerpt {
		text = text[:maxExcerpt]
	}
	out := fmt.Sprintf("%d:%d %s", s.Pos.Line, s.Pos.Column, text)
	if s.Pos.Elsewhere() {
		out = s.Pos.Relative() + ":" + out
	}
	if !s.Present {
		out = "(nothing) " + out
	}
	return out
}

// write writes the file with new expectations.
func (f *goldenFile) write(t *testing.T) {
	t.Helper()
	var files []txtar.File
	for _, section := range f.archive.Files {
		name, rest, _ := strings.Cut(section.Name, "/")
		if rest == "want" {
			continue
		}
		files = append(files, section)
		for _, p := range f.pairs {
			if p.name == name && p.last(section.Name) {
				files = append(files, txtar.File{Name: name + "/want", Data: []byte(p.want)})
			}
		}
	}
	f.archive.Files = files
	data := txtar.Format(f.archive)
	if old, err := os.ReadFile(f.path); err == nil && string(old) == string(data) {
		return
	}
	require.NoError(t, os.WriteFile(f.path, data, 0o644))
}

// last reports whether a section is the one that the expectation stands behind: that of the pair.
func (p *pair) last(section string) bool { return section == p.name }
