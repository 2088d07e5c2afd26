package decide

// Members is what one of several schemas that hold for the same object says of the members of that object.
type Members struct {
	Names    []string // that it describes
	Required []string
	Closed   bool // additionalProperties: false, and no patternProperties
	Others   bool // it says what other members are like, by additionalProperties that is a schema
}

// ClosesWhole reports whether parts of allOf are closed against each other, so that the author can only mean that the whole is closed: one
// forbids members that another one describes. A part that only chooses from what others describe, and forbids nothing that is required, is
// meant as it is written, and so are all where one says what other members are like. forbids is the part, name a member that it forbids.
func ClosesWhole(parts []Members) (forbids int, name string, is bool) {
	required := map[string]bool{}
	owners := map[string]int{} // how many parts describe a member
	var names []string         // in the order of the document
	for _, p := range parts {
		if p.Others {
			return 0, "", false
		}
		for _, name := range p.Required {
			required[name] = true
		}
		for _, name := range p.Names {
			if owners[name]++; owners[name] == 1 {
				names = append(names, name)
			}
		}
	}
	for i, p := range parts {
		if !p.Closed {
			continue
		}
		own := map[string]bool{}
		extends := len(p.Names) == 0
		for _, name := range p.Names {
			own[name] = true
			extends = extends || owners[name] == 1
		}
		for _, name := range names {
			if !own[name] && (extends || required[name]) {
				return i, name, true
			}
		}
	}
	return 0, "", false
}
