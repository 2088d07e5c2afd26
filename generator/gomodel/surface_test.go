package gomodel_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	m "github.com/oas2go/oas2go/generator/gomodel"
)

// TestSurface: one line for each exported symbol and field, in order; helpers have none.
func TestSurface(t *testing.T) {
	assert.Equal(t, []string{
		"struct Dog",
		"field Dog.Name string json:name",
		"field Dog.Age *int64 json:age",
		"field Dog.Note Nullable[string] json:note",
		"field Dog.Friends []Pet json:friends",
		"field Dog.Born *time.Time json:born",
		"field Dog.Raw encoding/json.RawMessage json:raw",
		"field Dog.Extra map[string]int64",
		"union Pet",
		"variant Pet *Dog",
		"struct PetUnknown",
		"field PetUnknown.JSON []byte",
		"func UnmarshalPet",
		"func ValidatePet",
		"type Size string",
		"const SizeBig Size",
		"type Code string",
		"type Labels map[string][]Code",
		"type Sizes []Size",
		"type Anything encoding/json.RawMessage",
		"type Same = Labels",
		"func NewDog",
		"struct GetDogParams",
		"field GetDogParams.Size *Size json:Size",
		"field GetDogParams.Body Dog json:",
		"method Client.GetDog GetDogParams *Dog",
		"struct PingParams",
		"method Client.Ping PingParams",
		"const ServerURL",
		"func RegionURL",
		"func WithToken",
		"func WithTenant",
	}, m.Surface(everything()))
}

// TestSurfaceOfOtherPackages: only the path of the package itself is left out.
func TestSurfaceOfOtherPackages(t *testing.T) {
	alias := func(path string) *m.Package {
		p := pkg(&m.Alias{Head: head("A"), Target: foreign("go.example.com/pets", "Dog")})
		p.Path = path
		return p
	}
	for _, path := range []string{path, "", "pets"} {
		assert.Equal(t, []string{"type A = go.example.com/pets.Dog"}, m.Surface(alias(path)), path)
	}
	assert.Equal(t, []string{"type A = Dog"}, m.Surface(alias("go.example.com/pets")))
}

func TestNames(t *testing.T) {
	p := everything()
	for want, d := range map[string]m.Decl{"Dog": declared[*m.Struct](p, "Dog"), "namePattern": declared[*m.Pattern](p, "namePattern")} {
		assert.Equal(t, []string{want}, m.Names(d))
	}
	assert.Equal(t, []string{"Pet", "PetUnknown", "UnmarshalPet", "ValidatePet"}, m.Names(declared[*m.Union](p, "Pet")))
	assert.Equal(t, []string{"Size", "valuesSize", "SizeBig"}, m.Names(declared[*m.Enum](p, "Size")))
	assert.Empty(t, m.Names(declared[*m.Operation](p, "Ping")), "a method")
}
