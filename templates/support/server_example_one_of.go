package support

import "context"

// exampleOneOf gives an example as the result of a method whose type depends on the status.
func exampleOneOf[R any](ctx context.Context, s exampleSet, cases ...resultCase) (result R, err error) {
	list, err := s.choose(ctx)
	if err != nil || list[0].body == "" {
		return result, err
	}
	e := list[0]
	var v any
	for _, c := range cases {
		if c.status != e.status {
			continue
		}
		switch {
		case c.json != nil:
			v, err = fromExample(e, c.json)
		case c.text != nil:
			v = c.text(e.body)
		default:
			v = c.body(exampleBytes(e.body))
		}
	}
	result, _ = v.(R)
	return result, err
}
