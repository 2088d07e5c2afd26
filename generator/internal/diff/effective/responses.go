package effective

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// EntryFor returns the entry that a response of a status goes by: the code, its range, or default. OAS: Responses Object.
func EntryFor(list []api.ResponseEntry, s api.Status) *api.ResponseEntry {
	wanted := []api.Status{s}
	if s >= 100 {
		wanted = append(wanted, s/100)
	}
	for _, want := range append(wanted, api.DefaultStatus) {
		if i := slices.IndexFunc(list, func(r api.ResponseEntry) bool { return r.Status == want && r.Use.Value != nil }); i >= 0 {
			return &list[i]
		}
	}
	return nil
}

// IsError reports whether a status is of errors only. What default stands for is what nobody listed, so it counts as one.
func IsError(s api.Status) bool {
	return s == api.DefaultStatus || s >= 400 || s == 4 || s == 5
}

// ExampleStatus is a code that goes by an entry in the documents that have it: one that the other document does not know, if there is one.
func ExampleStatus(s api.Status, p *Pair) int {
	if s >= 100 {
		return int(s)
	}
	unknown := func(code api.Status) bool {
		for _, o := range []*Operation{p.Old, p.New} {
			entry := EntryFor(o.API.Responses, s)
			if (entry == nil || entry.Status != s) && EntryFor(o.API.Responses, code) != nil {
				return false
			}
		}
		return true
	}
	fits := func(code api.Status) bool {
		for _, o := range []*Operation{p.Old, p.New} {
			if entry := EntryFor(o.API.Responses, s); entry == nil || entry.Status != s {
				continue
			}
			if EntryFor(o.API.Responses, code).Status != s {
				return false
			}
		}
		return true
	}
	begin := []api.Status{s * 100}
	if s == api.DefaultStatus {
		begin = []api.Status{500, 400, 200, 300, 100}
	}
	for _, wanted := range []func(api.Status) bool{unknown, func(api.Status) bool { return true }} {
		for _, from := range begin {
			for code := from; code < from+100; code++ {
				if fits(code) && wanted(code) {
					return int(code)
				}
			}
		}
	}
	return int(begin[0])
}
