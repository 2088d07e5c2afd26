package verify_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
)

// TestBodiesOfKnownPairs: each witness that somebody thought out is accepted by one document and not by the other.
func TestBodiesOfKnownPairs(t *testing.T) {
	judged := 0
	for _, p := range truths(t) {
		if len(p.Witness) == 0 || string(p.Witness) == "null" {
			continue
		}
		t.Run(p.ID, func(t *testing.T) {
			way := change.Direction(p.Side)
			accepting, rejecting := p.Base, p.Revision
			if way == change.Response {
				accepting, rejecting = p.Revision, p.Base
			}
			yes, no := judgeBodies(t, accepting, way, p.Witness), judgeBodies(t, rejecting, way, p.Witness)
			require.Equal(t, len(yes), len(no), "both have the same bodies")
			shown := false
			for i := range yes {
				require.NoError(t, yes[i].Problem)
				require.NoError(t, no[i].Problem)
				shown = shown || yes[i].Valid && len(no[i].Errors) > 0
			}
			assert.True(t, shown, "%s: %s\n%v\n%v", p.Why, p.Witness, yes, no)
		})
		judged++
	}
	assert.Greater(t, judged, 50)
}

func judgeBodies(t *testing.T, file string, way change.Direction, value []byte) (results []verify.Result) {
	t.Helper()
	doc, judge := judgeOf(t, file)
	for _, s := range bodies(doc, way) {
		results = append(results, judge.Value(s, way, value))
	}
	return results
}

// TestMessagesOfKnownPairs: the same for witnesses that are whole messages.
func TestMessagesOfKnownPairs(t *testing.T) {
	judged := 0
	for _, p := range truths(t) {
		if p.HTTP == nil || p.Truth != "breaking" {
			continue
		}
		t.Run(p.ID, func(t *testing.T) {
			accepting, rejecting := p.Base, p.Revision
			if p.Side == "response" {
				accepting, rejecting = p.Revision, p.Base
			}
			yes, no := judgeMessage(t, accepting, p), judgeMessage(t, rejecting, p)
			assert.True(t, yes.Valid, "%s: %v", p.Why, yes)
			assert.NotEmpty(t, no.Errors, "%s: %v", p.Why, no)
		})
		judged++
	}
	assert.Greater(t, judged, 10)
}

// TestMessagesForKnownPairs: the same for pairs that come without a witness.
func TestMessagesForKnownPairs(t *testing.T) {
	const post, json = "POST /t", "\nContent-Type: application/json\n\n"
	messages := map[string]string{
		"op-explode-changed":        post + "?a=1&a=2",
		"op-param-required-added":   post,
		"op-mt-removed-req":         post + "\nContent-Type: application/xml\n\n<a><name>x</name></a>",
		"op-sec-added":              post,
		"op-sec-scheme-header-name": post + "\nK: x",
		"op-resp-success-removed":   "204",
		"op-resp-201-added":         "201",
		"op-callback-narrow":        "POST " + json + "{}",
	}
	for _, p := range truths(t) {
		text, ok := messages[p.ID]
		if !ok {
			continue
		}
		delete(messages, p.ID)
		accepting, rejecting := p.Base, p.Revision
		if p.Side == "response" {
			accepting, rejecting = p.Revision, p.Base
		}
		yes, no := judgeText(t, accepting, text), judgeText(t, rejecting, text)
		assert.True(t, yes.Valid, "%s: %s", p.ID, lines(yes))
		assert.NotEmpty(t, no.Errors, "%s: %s", p.ID, lines(no))
	}
	assert.Empty(t, messages, "no such pairs")
}

// judgeText judges a message: to a receiver, if the document has one.
func judgeText(t *testing.T, file, text string) verify.Result {
	t.Helper()
	doc, judge := judgeOf(t, file)
	m, operations := message(t, text), exchanges(doc)
	if i := operationWithWebhook(operations); i >= 0 {
		return judge.Incoming(operations[i].item, operations[i].op, m)
	}
	if m.Status != 0 {
		return judge.Response(operations[0].op, m)
	}
	return judge.Request(m)
}

// judgeMessage makes a message of what the pair has for it.
func judgeMessage(t *testing.T, file string, p truth) verify.Result {
	t.Helper()
	doc, judge := judgeOf(t, file)
	m := verify.Message{Header: http.Header{}, Status: p.HTTP.Response}
	m.Method, m.URL, _ = strings.Cut(p.HTTP.Request, " ")
	for name, value := range p.HTTP.Headers {
		if words, ok := strings.CutPrefix(value, "Bearer token with scope "); ok {
			m.Grants.Scopes = strings.Fields(strings.TrimSuffix(words, "only"))
			value = "Bearer token"
		}
		m.Header.Set(name, value)
	}
	if len(p.HTTP.Body) > 0 {
		m.Body = p.HTTP.Body
		var text string
		if json.Unmarshal(p.HTTP.Body, &text) == nil {
			m.Body = []byte(text)
		} else if m.Header.Get("Content-Type") == "" {
			m.Header.Set("Content-Type", "application/json")
		}
	}
	operations := exchanges(doc)
	switch i := operationWithWebhook(operations); {
	case p.HTTP.Response != 0:
		return judge.Response(operations[0].op, m)
	case strings.HasSuffix(p.HTTP.Request, "(receiver)"):
		m.URL = ""
		return judge.Incoming(operations[i].item, operations[i].op, m)
	}
	return judge.Request(m)
}

func operationWithWebhook(list []exchange) int {
	for i, x := range list {
		if x.webhook {
			return i
		}
	}
	return -1
}
