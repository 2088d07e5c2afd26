package verify

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// maxExponent keeps 1e1000000000 from filling the memory: the validator computes with exact fractions.
const maxExponent = 2000

func checkNumber(text string) error {
	_, exponent, ok := strings.Cut(strings.ToLower(text), "e")
	if !ok {
		return nil
	}
	if n, err := strconv.Atoi(exponent); err != nil || n > maxExponent || n < -maxExponent {
		return fmt.Errorf("the number %s is too large to compute with", text)
	}
	return nil
}

// checkNumbers looks at all numbers of a value.
func checkNumbers(v any) error {
	switch v := v.(type) {
	case json.Number:
		return checkNumber(v.String())
	case []any:
		for _, element := range v {
			if err := checkNumbers(element); err != nil {
				return err
			}
		}
	case object:
		for _, member := range v {
			if err := checkNumbers(member); err != nil {
				return err
			}
		}
	}
	return nil
}
