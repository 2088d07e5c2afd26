package plan

import "github.com/oas2go/oas2go/generator/internal/api"

// A memo has what was found out about schemas; nil where there is no such thing.
type memo struct {
	wrapped      map[*api.Schema]wrapping
	kinds        map[*api.Schema]kindSet
	nulls        map[*api.Schema]bool // whether null is valid
	views        map[*api.Schema]*view
	choices      map[*api.Schema]*choicePlan
	enumerations map[*api.Schema]*enumeration
	values       map[*api.Schema][]int        // of an enum, that a value can have
	merges       map[*api.Schema]*merger      // of allOf
	matchers     map[string]func(string) bool // by pattern
}

func newMemo() memo {
	return memo{
		wrapped: map[*api.Schema]wrapping{}, kinds: map[*api.Schema]kindSet{}, nulls: map[*api.Schema]bool{}, views: map[*api.Schema]*view{},
		choices: map[*api.Schema]*choicePlan{}, enumerations: map[*api.Schema]*enumeration{}, values: map[*api.Schema][]int{},
		merges: map[*api.Schema]*merger{}, matchers: map[string]func(string) bool{},
	}
}

// known returns what was found out about the alternatives of s, nil if nobody asked or there are none.
func (p *planner) known(s *api.Schema) (*enumeration, *choicePlan) {
	return p.memo.enumerations[s], p.memo.choices[s]
}
