package decided

import "github.com/oas2go/oas2go/generator/internal/api"

// Words names the member that decides, none for no table.
func (t *Table) Words() string {
	if t == nil {
		return "none"
	}
	return t.Property
}

// DefaultWords says what any other tag leads to.
func (t *Table) DefaultWords(words func(*api.Schema) string) string {
	if t.Default == nil {
		return "none"
	}
	return words(t.Default)
}

// ByName returns the components to which tags lead.
func (t *Table) ByName() map[string]*api.Schema {
	names := map[string]*api.Schema{}
	for _, s := range t.Schemas() {
		names[NameOf(s)] = s
	}
	return names
}
