package operations

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
)

// member is what a side has at a member of an object.
func member(holder diag.Pos, name, value string) change.Side {
	return edits.Present(effective.Member(holder, name), value)
}

// memberIf is what a side has at a member of an object that it may not have.
func memberIf(ok bool, holder diag.Pos, name, value string) change.Side {
	return edits.PresentIf(ok, effective.Member(holder, name), value)
}

// absent is a side that has nothing in a member of an object: at the member if the object has it, else at the object.
func absent(has bool, holder diag.Pos, name string) change.Side {
	if has {
		return edits.Absent(effective.Member(holder, name))
	}
	return edits.Absent(holder)
}
