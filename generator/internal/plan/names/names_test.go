package names

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/diag"
)

// claims are those of a small package: components, a type inside one, what belongs to it, and fields of two structs.
func claims() (list []*Claim, by map[string]*Claim) {
	pkg, pet, owner := NewSpace("Client"), NewSpace("Validate"), NewSpace("Validate")
	by = map[string]*Claim{}
	add := func(what string, c Claim) *Claim {
		c.Key = what
		list, by[what] = append(list, &c), &c
		return &c
	}
	client := add("client", Claim{Space: pkg, Ladder: []string{"Client", "ClientModel"}, Said: "Client"})
	parent := add("Pet", Claim{Space: pkg, Ladder: []string{"Pet", "PetModel"}, First: true, Said: "Pet"})
	add("pet", Claim{Space: pkg, Ladder: []string{"Pet", "PetModel"}, Said: "pet"})
	add("inline", Claim{Space: pkg, Level: 1, Parent: parent, Fit: Fit{Limit: 50}, Ladder: []string{"Tag", "TagValue"}})
	add("New", Claim{Space: pkg, Level: 2, Parent: client, Before: []string{"New", ""}, Ladder: []string{"", "WithDefaults"}})
	add("Pet.name", Claim{Space: pet, Level: 3, Ladder: []string{"Name"}})
	add("Pet.validate", Claim{Space: pet, Level: 3, Ladder: []string{"Validate", "ValidateField"}, Said: "validate"})
	add("Owner.name", Claim{Space: owner.Quiet(), Level: 3, Ladder: []string{"Name"}})
	add("Owner.validate", Claim{Space: owner, Level: 3, Ladder: []string{"Validate", "ValidateField"}})
	return list, by
}

func TestSettle(t *testing.T) {
	want := map[string]string{
		"client": "ClientModel", "Pet": "Pet", "pet": "PetModel", "inline": "PetTag", "New": "NewClientModel",
		"Pet.name": "Name", "Pet.validate": "ValidateField", "Owner.name": "Name", "Owner.validate": "ValidateField",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		list, by := claims()
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		var findings diag.List
		Settle(list, &findings)
		got := map[string]string{}
		for what, c := range by {
			got[what] = c.Name()
		}
		assert.Equal(t, want, got, "whatever the order")
		var messages []string
		for _, f := range findings.All() {
			messages = append(messages, f.Message)
		}
		assert.ElementsMatch(t, []string{
			"Client is ClientModel in Go, because Client is taken", "pet is PetModel in Go, because Pet is taken",
			"validate is ValidateField in Go, because Validate is taken",
		}, messages, "quiet spaces report nothing")
	}
	assert.Empty(t, (*Claim)(nil).Name())
}

func TestOwn(t *testing.T) {
	var findings diag.List
	assert.Equal(t, "SKU", Own("SKU", "Sku", diag.Pos{}, &findings))
	assert.Zero(t, findings.Count(diag.Warning))
	for _, name := range []string{"sku", "S-K", "", "_S"} {
		assert.Equal(t, "Sku", Own(name, "Sku", diag.Pos{}, &findings), name)
	}
	assert.Equal(t, 4, findings.Count(diag.Warning))
}
