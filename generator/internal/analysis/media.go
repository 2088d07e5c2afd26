package analysis

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

func (a *Analysis) Core(s *api.Schema) *api.Schema {
	core, _ := a.Peel(s)
	return core
}
