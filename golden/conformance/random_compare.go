package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
	"github.com/oas2go/oas2go/golden/conformance/oracle"
	"github.com/oas2go/oas2go/golden/conformance/random"
)

// A disagreement is a value about which generated code and the first judge differ, or one that does not survive decoding and encoding.
type disagreement struct {
	set   *random.Set
	value string // "" if it is about the schema as a whole
	kind  string
	text  string
}

// figures count what random trials found.
type figures struct {
	schemas, invalid, old, pairs, accepted int
	announced, beyond, trips               int
	disagreements                          int
	kin                                    secondOpinion
}

// compare counts what became of a trial and returns the disagreements.
func (t *trial) compare(f *figures) (found []disagreement) {
	if t.group == nil {
		f.invalid++
		return nil
	}
	f.schemas++
	if t.set.OpenAPI30 {
		f.old++
	}
	if t.group.failure != "" {
		f.disagreements++
		return []disagreement{{t.set, "", "no code", t.group.failure}}
	}
	f.kin.count(t)
	for i := range t.group.cases {
		c := &t.group.cases[i]
		f.pairs++
		if c.valid {
			f.accepted++
		}
		kind, text := t.problem(c)
		switch {
		case kind == "":
			if c.accepted {
				f.trips++
			}
		case t.group.notEnforced != "":
			f.announced++
		case kind != "died" && beyond64(t.set, c.data):
			f.beyond++
		default:
			f.disagreements++
			found = append(found, disagreement{t.set, string(c.data), kind, text})
		}
	}
	return found
}

// problem says what is wrong with one case, in a word and in full.
func (t *trial) problem(c *testCase) (kind, text string) {
	switch {
	case !c.judged:
		return "died", c.problem
	case !c.valid && c.accepted:
		return "accepted", ""
	case c.valid && !c.accepted:
		return "refused", c.problem
	case !c.accepted:
		return "", ""
	}
	text, err := oracle.RoundTrip(t.schema, random.Root, c.data, c.encoded, tagsIn(t.set.Components)...)
	if err != nil {
		return "encoded", err.Error()
	}
	if text != "" {
		return "encoded", text
	}
	judge, err := oracle.Compile(t.schema, random.Root)
	if err != nil {
		return "encoded", err.Error()
	}
	if ok, err := judge.Accepts(c.encoded); !ok {
		return "encoded", fmt.Sprintf("it is encoded as what is not valid: %s %v", c.encoded, err)
	}
	return "", ""
}

// beyond64 reports whether a text has a number that Go types may refuse or round: no int64, or, if the schemas have numbers that are no
// integers, or enums that may be such, one that a float64 writes in another way. docs/oracle.md says so.
func beyond64(set *random.Set, text json.RawMessage) bool {
	floats := strings.Contains(set.Text(), `"number"`) || strings.Contains(set.Text(), `"enum"`)
	var beyond func(v any) bool
	beyond = func(v any) bool {
		switch v := v.(type) {
		case object:
			for _, value := range v {
				if beyond(value) {
					return true
				}
			}
		case []any:
			return slices.ContainsFunc(v, beyond)
		case json.Number:
			return oracle.Wide(v) || floats && oracle.Rounded(v)
		}
		return false
	}
	return beyond(jsontext.MustDecode(text))
}

func (f *figures) print(w io.Writer, took time.Duration) {
	fmt.Fprintf(w, "%d random schemas (%d of OpenAPI 3.0; %d more were no schemas), %d pairs of schema and value, %d of them valid\n",
		f.schemas, f.old, f.invalid, f.pairs, f.accepted)
	fmt.Fprintf(w, "%d disagreements; %d values came back equal; %d wrong in groups that a finding names; %d wrong for numbers that 64 bits do not hold; %.0f s\n",
		f.disagreements, f.trips, f.announced, f.beyond, took.Seconds())
}

// distinctKinds returns at most n disagreements, those first that differ in kind and message.
func distinctKinds(list []disagreement, n int) (chosen []disagreement) {
	seen := map[string]bool{}
	for _, again := range []bool{false, true} {
		for _, d := range list {
			key := d.kind + ruleOf(d.text)
			if again == seen[key] && len(chosen) < n && (!again || !seen[d.set.Text()+d.value]) {
				seen[key], seen[d.set.Text()+d.value] = true, true
				chosen = append(chosen, d)
			}
		}
	}
	return chosen
}

// ruleOf returns the message of a problem without the place and the value.
func ruleOf(text string) string {
	_, text, _ = strings.Cut(text, ": ")
	text, _, _ = strings.Cut(text, ",")
	return text
}

func (d disagreement) print(w io.Writer) {
	fmt.Fprintf(w, "\n%s: %s\n", d.kind, strings.ReplaceAll(d.text, "\n", "; "))
	if d.set.OpenAPI30 {
		fmt.Fprintln(w, "\tOpenAPI 3.0")
	}
	fmt.Fprintf(w, "\tschemas: %s\n\tvalue:   %s\n", d.set.Text(), d.value)
}

// tagsIn returns the members by which discriminators decide.
func tagsIn(v any) (names []string) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			names = append(names, tagsIn(item)...)
		}
	case object:
		if d, ok := v["discriminator"].(object); ok {
			if name, ok := d["propertyName"].(string); ok {
				names = append(names, name)
			}
		}
		for _, value := range v {
			names = append(names, tagsIn(value)...)
		}
	}
	return names
}
