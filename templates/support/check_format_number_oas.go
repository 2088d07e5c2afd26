package support

import (
	"math"
	"strconv"
)

// validInt32 is the format int32 of a number.
func validInt32(text string) bool {
	n, ok := wholeNumber(text)
	return ok && int64(int32(n)) == n
}

// validInt64 is the format int64 of a number.
func validInt64(text string) bool {
	_, ok := wholeNumber(text)
	return ok
}

func wholeNumber(text string) (n int64, ok bool) {
	plain, zeros := splitInteger(text)
	if zeros < 0 {
		return 0, false
	}
	return joinInteger(plain, zeros)
}

// validFloat is the format float of a number: one that is not beyond all float32.
func validFloat(text string) bool {
	_, err := strconv.ParseFloat(text, 32)
	return err == nil
}

// validDouble is the format double of a number: one that is not beyond all float64.
func validDouble(text string) bool {
	f, _ := strconv.ParseFloat(text, 64)
	return !math.IsInf(f, 0)
}
