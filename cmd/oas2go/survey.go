package main

import (
	"fmt"
	"io"

	"github.com/oas2go/oas2go/generator"
)

// survey prints which schemas have a rule, and why, and how many do without.
func survey(w io.Writer, spec string, result *generator.Result) error {
	v := result.Survey
	for _, r := range v.Ruled {
		line := fmt.Sprintf("%v: %s has a rule", r.Pos, r.Type)
		for i, k := range r.Keywords {
			separator := ", "
			if i == 0 {
				separator = ": "
			}
			line += separator + k.String()
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "%s: %s, %d with a rule, %d free; %s, %d with a rule, %d in an inline part\n",
		generator.ShownAs(spec), count(v.Schemas, "schema"), len(v.Ruled), v.Free, count(v.Components, "component"), v.OwnRule, v.InlineRule)
	return err
}
