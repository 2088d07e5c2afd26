package decide

// A Table says which schema judges an object, by the value of one member. What is no object, and an object that the table leaves open, is
// judged by what is written: the alternatives of a union, or the base itself.
type Table struct {
	Property string
	Cases    []Case
	Written  []any  // tags that are judged by what is written, because they lead to several alternatives
	Default  Schema // judges an object whose tag is missing or not known; nil if there is none
	IsBase   bool   // a tag that is not known is judged by what is written, the base; else it is not allowed
	Required bool   // each alternative demands the tag
}

// A Case is the tags that lead to one schema; nil: these are not allowed.
type Case struct {
	Tags   []any
	Schema Schema
}

// A builder collects the cases of a table. The first claim of a tag counts.
type builder struct {
	table Table
	taken map[string]bool
	index map[any]int // the case of each schema
}

func newBuilder(property string) *builder {
	return &builder{table: Table{Property: property}, taken: map[string]bool{}, index: map[any]int{}}
}

// add makes a tag lead to a schema, unless it leads elsewhere.
func (b *builder) add(tag any, s Schema) {
	key := tagKey(tag)
	if key == "" || b.taken[key] {
		return
	}
	b.taken[key] = true
	at, known := b.index[s.Key()]
	if !known {
		at = len(b.table.Cases)
		b.index[s.Key()] = at
		b.table.Cases = append(b.table.Cases, Case{Schema: s})
	}
	b.table.Cases[at].Tags = append(b.table.Cases[at].Tags, tag)
}

// A variant is what a tag may lead to.
type variant struct {
	schema Schema // tells the tags
	judge  Schema // judges
}

// listed makes the values of enum and const lead to the one variant that has them. Values of several are judged by what is written where
// no other tag of a variant leads to it: nobody could send it otherwise.
func (b *builder) listed(variants []variant) {
	count := map[string]int{}
	for _, v := range variants {
		values, _ := valuesOf(v.schema, b.table.Property)
		for _, tag := range values {
			count[tagKey(tag)]++
		}
	}
	for _, v := range variants {
		values, _ := valuesOf(v.schema, b.table.Property)
		for _, tag := range values {
			if count[tagKey(tag)] == 1 {
				b.add(tag, v.judge)
			}
		}
	}
}

// shared notes the tags of variants that only such values could reach.
func (b *builder) shared(variants []variant) {
	for _, v := range variants {
		values, _ := valuesOf(v.schema, b.table.Property)
		reached := false
		for _, tag := range values {
			reached = reached || b.leads(tag, v.judge)
		}
		for _, tag := range values {
			if key := tagKey(tag); !reached && key != "" && !b.taken[key] {
				b.taken[key] = true
				b.table.Written = append(b.table.Written, tag)
			}
		}
	}
}

func (b *builder) leads(tag any, s Schema) bool {
	at, known := b.index[s.Key()]
	if !known {
		return false
	}
	for _, other := range b.table.Cases[at].Tags {
		if tagKey(other) == tagKey(tag) {
			return true
		}
	}
	return false
}

func (b *builder) names(variants []variant) {
	for _, v := range variants {
		if name := nameOf(v.schema); name != "" {
			b.add(name, v.judge)
		}
	}
}
