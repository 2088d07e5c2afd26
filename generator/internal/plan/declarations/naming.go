package declarations

import (
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// private names a helper that nobody outside of the package sees.
func (b *Builder) private(name, key string) string {
	return b.scope.Assign([]ident.Claim{{Ladder: []string{name}, Key: key}})[0]
}
