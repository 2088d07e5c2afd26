package support

// inputList makes what is sent of each element of a list. Nil stays nil.
func inputList[T, U any](list []T, to func(*T) *U) []U {
	if list == nil {
		return nil
	}
	inputs := make([]U, len(list))
	for i := range list {
		inputs[i] = *to(&list[i])
	}
	return inputs
}

// inputMap is inputList for maps.
func inputMap[T, U any](m map[string]T, to func(*T) *U) map[string]U {
	if m == nil {
		return nil
	}
	inputs := make(map[string]U, len(m))
	for name, v := range m {
		inputs[name] = *to(&v)
	}
	return inputs
}
