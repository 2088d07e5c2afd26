package shapes

func IsAnything(u Use) bool {
	_, ok := u.Shape.(Anything)
	return ok
}
