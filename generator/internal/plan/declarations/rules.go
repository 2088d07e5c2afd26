package declarations

import "github.com/oas2go/oas2go/generator/gomodel"

// RuleDecls returns the table of rules and the patterns in it.
func (b *Builder) RuleDecls() (decls []gomodel.Decl) {
	if len(b.Rules.List) == 0 {
		return nil
	}
	table := &gomodel.Rules{List: b.Rules.List}
	table.Name = "rules"
	return append(append(decls, table), b.Rules.Patterns...)
}
