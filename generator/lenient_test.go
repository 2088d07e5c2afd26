package generator

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
)

// Documents with errors that have ended in a defect of ours: each ends in findings, and with Lenient in files.
func TestLenient(t *testing.T) {
	for name, text := range map[string]string{
		"a key without a place": `openapi: 3.0.3
info: {title: t, version: "1"}
security: [token: []]
paths:
  /a: {get: {operationId: a, responses: {"204": {description: Done.}}}}
components:
  securitySchemes:
    token: {type: apiKey, name: X-Token}
`,
		"a key without a name": `openapi: 3.0.3
info: {title: t, version: "1"}
security: [token: []]
paths:
  /a: {get: {operationId: a, responses: {"204": {description: Done.}}}}
components:
  securitySchemes:
    token: {type: apiKey, in: header, name: ""}
`,
	} {
		t.Run(name, func(t *testing.T) {
			spec := document(t, text)
			result, err := Generate(t.Context(), Config{Spec: spec, Package: "lenient"})
			require.ErrorIs(t, err, ErrUnusable)
			require.Contains(t, severities(result.Findings), diag.Error)
			result, err = Generate(t.Context(), Config{Spec: spec, Package: "lenient", Lenient: true})
			require.NoError(t, err)
			require.NotEmpty(t, result.Files)
		})
	}
}

func severities(findings []diag.Finding) (list []diag.Severity) {
	for _, f := range findings {
		list = append(list, f.Severity)
	}
	return list
}
