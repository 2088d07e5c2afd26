package support

import "encoding/json"

// ConvertJSON makes a T of v, by way of JSON: of any Go value what a free-form
// field takes, and of what such a field holds a value of your own.
//
//	order.Meta, err = ConvertJSON[map[string]json.RawMessage](mine)
//	mine, err = ConvertJSON[Mine](order.Meta)
func ConvertJSON[T any](v any) (t T, err error) {
	data, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(data, &t)
	}
	return t, err
}
