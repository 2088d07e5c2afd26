package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
	"github.com/oas2go/oas2go/golden/conformance/oracle"
	"github.com/oas2go/oas2go/golden/conformance/random"
)

// randomOptions are the flags of a random run.
type randomOptions struct {
	schemas int
	values  int
	seed    uint64
	shrink  int
	nested  bool
}

func (o *randomOptions) flags() {
	flag.IntVar(&o.schemas, "random", 0, "`number` of random schemas to compare with other libraries, in place of the suite")
	flag.IntVar(&o.values, "values", 20, "`number` of values for each random schema")
	flag.Uint64Var(&o.seed, "seed", 1, "the same seed gives the same schemas and values")
	flag.BoolVar(&o.nested, "nested", false, "with -random: unions by a tag inside of each other and of all else")
	flag.IntVar(&o.shrink, "shrink", 5, "`number` of disagreements to make small")
}

// batch is the number of schemas that are compiled together.
const batch = 400

// A trial is a random schema with values, and what everybody says about them.
type trial struct {
	set    *random.Set
	values []string
	group  *group
	schema object // in the words of 2020-12
}

// randomly compares generated code with the judges of package oracle.
func randomly(ctx context.Context, o options) error {
	start := time.Now()
	dir, drop, err := scratchFolder(o.keep)
	if err != nil {
		return err
	}
	defer drop()
	var total figures
	var found []disagreement
	for first := 0; first < o.random.schemas; first += batch {
		var trials []*trial
		for i := first; i < min(first+batch, o.random.schemas); i++ {
			source := rand.New(rand.NewPCG(o.random.seed, uint64(i)))
			set := o.random.set(source, i%5 == 4)
			trials = append(trials, &trial{set: set, values: random.Values(source, set, o.random.values)})
		}
		if err := try(ctx, filepath.Join(dir, fmt.Sprint("batch", first/batch)), trials, true); err != nil {
			return err
		}
		for _, t := range trials {
			found = append(found, t.compare(&total)...)
		}
	}
	total.print(os.Stdout, time.Since(start))
	if err := total.kin.print(os.Stdout, o.verbose); err != nil {
		return err
	}
	if len(found) == 0 {
		return nil
	}
	s := shrinker{dir: filepath.Join(dir, "shrink")}
	for _, d := range distinctKinds(found, o.random.shrink) {
		if d, err = s.smallest(ctx, d); err != nil {
			return err
		}
		d.print(os.Stdout)
	}
	return fmt.Errorf("%d disagreements", len(found))
}

// set makes the schemas of a trial.
func (o *randomOptions) set(source *rand.Rand, openAPI30 bool) *random.Set {
	if o.nested {
		return random.Nested(source, openAPI30)
	}
	return random.New(source, openAPI30)
}

// try lets everybody judge the values, kin-openapi if wanted. What the first judge does not compile is no schema, and has no group then.
func try(ctx context.Context, dir string, trials []*trial, kin bool) error {
	var s shelf
	var parts []*part
	for i, t := range trials {
		t.schema = meaning(t.set)
		judge, err := oracle.Compile(t.schema, random.Root)
		if err != nil {
			continue
		}
		if err := t.ask(judge); err != nil {
			return fmt.Errorf("%s: %w", t.set.Text(), err)
		}
		p := t.part(i + 1)
		parts = append(parts, p)
		s.put(p)
	}
	if len(parts) == 0 {
		return nil
	}
	if err := s.judge(ctx, dir); err != nil || !kin {
		return err
	}
	if err := writeDocuments(dir, parts); err != nil {
		return err
	}
	return askKin(ctx, dir, parts)
}

// meaning returns the schemas of a set in JSON Schema 2020-12, as people mean them.
func meaning(set *random.Set) map[string]any {
	if set.OpenAPI30 {
		return oracle.Decided(oracle.To2020(set.Components))
	}
	return oracle.Decided(oracle.Meant(set.Components))
}

// ask lets the first judge decide what is valid.
func (t *trial) ask(judge *oracle.Schema) error {
	t.group = &group{draft: draft{"random", t.version()}, file: "random", schema: json.RawMessage(t.set.Text())}
	for _, text := range t.values {
		valid, err := judge.Accepts([]byte(text))
		if err != nil {
			return err
		}
		t.group.cases = append(t.group.cases, testCase{data: json.RawMessage(text), valid: valid})
	}
	return nil
}

func (t *trial) version() string {
	if t.set.OpenAPI30 {
		return "3.0.3"
	}
	return "3.1.0"
}

// keepNames adds the names of alternatives and heirs to mappings, as tags: the components get other names.
func keepNames(v any, components object) {
	switch v := v.(type) {
	case object:
		d, _ := v["discriminator"].(object)
		if mapping, ok := d["mapping"].(object); ok && d["propertyName"] != nil {
			led := string(jsontext.MustEncode([]any{mapping, v["oneOf"], v["anyOf"]}))
			for name := range components {
				if _, known := mapping[name]; !known && strings.Contains(led, `"`+random.RefPrefix+name+`"`) {
					mapping[name] = random.RefPrefix + name
				}
			}
		}
		for _, value := range v {
			keepNames(value, components)
		}
	case []any:
		for _, value := range v {
			keepNames(value, components)
		}
	}
}

// part gives the components names that no other set has.
func (t *trial) part(number int) *part {
	p := &part{group: t.group, component: fmt.Sprintf("Group%04d", number), components: object{}}
	const prefix = "#/components/schemas/"
	name := func(component string) string { return p.component + strings.TrimPrefix(component, random.Root) }
	var rename func(v any)
	rename = func(v any) {
		switch v := v.(type) {
		case object:
			for key, value := range v {
				if text, ok := value.(string); ok && strings.HasPrefix(text, prefix) {
					v[key] = prefix + name(text[len(prefix):])
				}
				rename(value)
			}
		case []any:
			for _, item := range v {
				rename(item)
			}
		}
	}
	for component, schema := range jsontext.MustDecode([]byte(t.set.Text())).(object) {
		keepNames(schema, t.set.Components)
		rename(schema)
		p.components[name(component)] = schema
	}
	p.hold()
	return p
}
