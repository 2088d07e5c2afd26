package diag_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/diag"
)

func TestClosest(t *testing.T) {
	keys := []string{"in", "name", "required", "description", "properties", "minLength", "maxLength"}
	for word, want := range map[string]string{
		"required":       "required",
		"requird":        "required",
		"requireds":      "required",
		"rewuired":       "required",
		"reqiured":       "required", // neighbours swapped
		"erquiredd":      "required",
		"decsripton":     "description",
		"propertise":     "properties",
		"proprty":        "",
		"rqrd":           "",
		"minlength":      "minLength",
		"xinLength":      "minLength", // nearer than maxLength
		"nam":            "name",
		"anme":           "name", // one swap, although the word is short
		"nm":             "",     // two edits are too many for a short word
		"ni":             "in",
		"to":             "",
		"completelyElse": "",
	} {
		assert.Equal(t, want, diag.Closest(word, keys), word)
	}
	assert.Empty(t, diag.Closest("name", nil))
	assert.Equal(t, "abcde1", diag.Closest("abcde", []string{"abcde1", "abcde2"}), "the first of two that are as near")
	assert.Equal(t, "abcdef", diag.Closest("abcdef", []string{"abcdeg", "abcdef"}), "the nearest, wherever it stands")
	assert.Empty(t, diag.Closest("cabcde", []string{"abcxyz"}))
}
