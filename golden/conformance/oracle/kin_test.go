package oracle_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/golden/conformance/oracle"
	"github.com/oas2go/oas2go/golden/conformance/random"
)

// otherwise is what kin-openapi takes in another way: it demands the tag of each object, knows tags that are strings alone, does not look
// into unions of unions, and refuses null where nothing is said; its numbers are float64.
var otherwise = []string{
	"does not contain the discriminator property", "is not a string", "has invalid value", "Value is not nullable", "number must be",
}

// TestKinOpenAPI: another library that goes by discriminators says the same of random schemas of OpenAPI 3.0, but for the above.
func TestKinOpenAPI(t *testing.T) {
	compared, valid := 0, 0
	for i := range 1500 {
		source := rand.New(rand.NewPCG(7, uint64(i)))
		set := random.New(source, true)
		text := set.Text()
		unlike := func(part string) bool { return strings.Contains(text, part) }
		// it knows no heirs; its numbers are float64; on some recursive schemas its stack overflows
		if !unlike(`"mapping"`) || slices.ContainsFunc([]string{`"Heir`, `"multipleOf"`, `"left"`}, unlike) {
			continue
		}
		doc, err := openapi3.NewLoader().LoadFromData([]byte(`{"openapi":"3.0.3","info":{"title":"x","version":"1"},"paths":{},"components":{"schemas":` +
			text + `}}`))
		if err != nil {
			continue // not by its rules
		}
		schema, err := oracle.Compile(oracle.Decided(oracle.To2020(set.Components)), random.Root)
		require.NoError(t, err, text)
		for _, data := range random.Values(source, set, 15) {
			var value any
			if json.Unmarshal([]byte(data), &value) != nil {
				continue // no float64
			}
			accepts, err := schema.Accepts([]byte(data))
			require.NoError(t, err)
			problem := doc.Components.Schemas[random.Root].Value.VisitJSON(value)
			if problem != nil && slices.ContainsFunc(otherwise, func(s string) bool { return strings.Contains(problem.Error(), s) }) {
				continue
			}
			assert.Equal(t, problem == nil, accepts, "%s of %s: %v", data, text, problem)
			if compared++; accepts {
				valid++
			}
		}
	}
	assert.Greater(t, compared, 500)
	assert.Greater(t, valid, 200)
}
