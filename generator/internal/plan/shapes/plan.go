package shapes

func (t *Type) IsRuledUnion() bool {
	def, ok := t.Def.(*UnionDef)
	return ok && def.Plan.Ruled
}
