package mutant

import (
	"math/rand/v2"
	"net/http"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/golden/conformance/exchange"
)

// TestChange: every kind of change is made, each makes another request that can be sent, and the original stays.
func TestChange(t *testing.T) {
	q := exchange.Request{Method: "POST", Target: "/pets/1?a=b", Header: http.Header{"Content-Type": {"application/json"}, "X-Shop": {"s"}}, Body: []byte(`{"a":[1,{"b":"c"}],"d":"e"}`)}
	kinds := map[string]int{}
	changes := func() (targets []string) {
		m := Mutator{Random: rand.New(rand.NewPCG(1, 2)), Headers: []string{"X-Shop", "X-Other"}}
		for range 3000 {
			changed, kind := m.Change(q)
			kinds[kind]++
			_, err := url.ParseRequestURI(changed.Target)
			assert.NoError(t, err)
			targets = append(targets, changed.Target+string(changed.Body))
		}
		return targets
	}
	assert.Equal(t, changes(), changes(), "the same seed")
	assert.Len(t, kinds, 20)
	assert.Equal(t, "/pets/1?a=b", q.Target)
	assert.JSONEq(t, `{"a":[1,{"b":"c"}],"d":"e"}`, string(q.Body))
	assert.Equal(t, "s", q.Header.Get("X-Shop"))

	bare := exchange.Request{Method: "GET", Target: "/", Header: http.Header{}}
	m := Mutator{Random: rand.New(rand.NewPCG(1, 2))}
	for range 100 {
		_, kind := m.Change(bare)
		assert.Contains(t, []string{"parameter added", "segment of the path changed", "other number of segments", "other method"}, kind)
	}
}
