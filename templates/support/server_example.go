package support

import (
	"context"
	"slices"
	"strconv"
)

// An example is a response that the document allows.
type example struct {
	method string   // that gives it, "" if the operation has one only
	status string   // "200", "4XX" or "default"
	name   string   // in the document, "" for none
	header []string // names and values in turn
	text   bool     // body is no JSON: a text, or bytes
	body   string   // "" for none
}

// An exampleSet has the examples of one operation, those of its first status first.
type exampleSet struct {
	seed     uint64
	success  []example
	failures []example
	bodies   []errorBody // read those of failures
}

// of leaves the successes of one of several methods.
func (s exampleSet) of(method string) exampleSet {
	s.success = only(s.success, func(e example) bool { return e.method == method })
	return s
}

// choose gives the examples that a request prefers, or those of the first status, and begins with one that the seed chooses. Status and
// headers of a success are set then. A failure that is preferred is the error.
func (s exampleSet) choose(ctx context.Context) ([]example, error) {
	code, name := preferred(ctx)
	list, failed := s.preferred(&code, name)
	if len(list) == 0 {
		return nil, errUnimplemented
	}
	list = only(list, func(e example) bool { return e.status == list[0].status })
	i := startAt(s.seed, len(list))
	list = slices.Concat(list[i:], list[:i])
	if failed {
		return nil, s.failure(list[0], code)
	}
	if exact, err := strconv.Atoi(list[0].status); err == nil {
		code = exact
	}
	if code != 0 {
		SetStatus(ctx, code)
	}
	header := HeaderFrom(ctx)
	for pair := range slices.Chunk(list[0].header, 2) {
		header.Add(pair[0], pair[1])
	}
	return list, nil
}

// preferred gives the examples with a status and a name, as far as there are some. A code that the document does not have becomes 0.
func (s exampleSet) preferred(code *int, name string) (list []example, failed bool) {
	named := func(list []example) []example {
		return only(list, func(e example) bool { return name != "" && e.name == name })
	}
	list = s.success
	if found := withStatus(s.success, *code); found != nil && *code < 400 {
		list = found
	} else if found = withStatus(s.failures, *code); found != nil {
		list, failed = found, true
	} else if *code = 0; named(s.success) == nil && named(s.failures) != nil {
		list, failed = s.failures, true
	}
	if found := named(list); found != nil {
		list = found
	}
	return list, failed
}

// withStatus gives the examples for a code: with the code itself, else with its range, else those of all other codes.
func withStatus(list []example, code int) []example {
	if code == 0 {
		return nil
	}
	for _, wanted := range statuses(code) {
		if found := only(list, func(e example) bool { return e.status == wanted }); found != nil {
			return found
		}
	}
	return nil
}

// only gives the examples of a list that are wanted, nil for none.
func only(list []example, wanted func(example) bool) (found []example) {
	for _, e := range list {
		if wanted(e) {
			found = append(found, e)
		}
	}
	return found
}

// startAt says which of n examples comes first: 0 is the first for seed 0, the second for seed 1, and so on in a circle. The command
// oas2go mock chooses by the same code.
func startAt(seed uint64, n int) int { return int(seed % uint64(n)) }

// failure makes the error that sends an example of a failure. Where the document has no single status, it is the first that there is.
func (s exampleSet) failure(e example, code int) error {
	if code == 0 {
		code = 500
		if digit := e.status[0]; digit >= '0' && digit <= '9' {
			code = int(digit-'0') * 100
		}
	}
	if exact, err := strconv.Atoi(e.status); err == nil {
		code = exact
	}
	f := Fail(code, nil)
	for pair := range slices.Chunk(e.header, 2) {
		_ = f.WithHeader(pair[0], pair[1])
	}
	if e.text {
		f.Body = e.body
		return f
	}
	read := s.reader(code)
	if read == nil || e.body == "" {
		return f
	}
	body, err := fromExample(e, read)
	if err != nil {
		return err
	}
	f.Body = body
	return f
}

// reader gives what reads the body of a failure, nil for none.
func (s exampleSet) reader(code int) func(*jsonReader) any {
	for _, wanted := range statuses(code) {
		if i := slices.IndexFunc(s.bodies, func(b errorBody) bool { return b.status == wanted }); i >= 0 {
			return s.bodies[i].read
		}
	}
	return nil
}

// nothing gives what a method without a result gives.
func (s exampleSet) nothing(ctx context.Context) error {
	_, err := s.choose(ctx)
	return err
}

// exampleOf gives an example as the result of a method. read reads its JSON.
func exampleOf[R any](ctx context.Context, s exampleSet, read func(*jsonReader) R) (result R, err error) {
	list, err := s.choose(ctx)
	if err != nil || list[0].body == "" {
		return result, err
	}
	return fromExample(list[0], read)
}

// fromExample reads the JSON of an example.
func fromExample[R any](e example, read func(*jsonReader) R) (R, error) {
	r := jsonReader{data: []byte(e.body)}
	v := read(&r)
	return v, r.finish("example of status " + e.status)
}
