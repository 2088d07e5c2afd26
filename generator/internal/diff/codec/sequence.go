package codec

import (
	"cmp"
	"fmt"
	"mime"
	"net/http"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
)

// An item is one of a sequence, with the name of its event.
type item struct{ name, text string }

// sequence reads the items of a response, one after the other.
func (r reader) sequence(o *gomodel.Operation, result gomodel.SequenceResult, a Response) (why string, unknown bool) {
	wanted, split := isLines, jsonTexts
	if result.Events {
		wanted, split = isEvents, events
	}
	switch {
	case a.Media != "" && !wanted(a.Media) && (a.Status == http.StatusOK || a.Body != ""):
		return fmt.Sprintf("the content type is %q", a.Media), false
	case result.Events && a.Status == http.StatusNoContent:
		return "", false
	}
	items, cut := split(a.Body)
	for _, x := range items {
		failure := x.name == "error" || r.mayFail(o, x.text)
		if result.Form == gomodel.FormText {
			unknown = unknown || failure && len(result.Checks) > 0
			continue
		}
		why := r.parse(form{result.Form, result.Codec, result.Nullable}, x.text)
		switch {
		case why == "":
			unknown = unknown || failure
		case !x.isNoise():
			return why, false
		}
	}
	if cut {
		return "the end cuts off an item", false
	}
	return "", unknown
}

// mayFail reports whether an item has the members that a failure of the document requires, so that it may be one.
func (r reader) mayFail(o *gomodel.Operation, text string) bool {
	v, err := jsonvalue.Parse(text)
	given, isObject := v.(api.Object)
	if err != nil || !isObject {
		return false
	}
	return slices.ContainsFunc(slices.Concat(o.Errors, gomodel.FailuresInside(o.Result)), func(e gomodel.ErrorBody) bool {
		c, _ := e.Codec.(gomodel.ObjectCodec)
		s, ok := r.decl[c.Type.Name].(*gomodel.Struct)
		if !ok {
			return true
		}
		needs, lacks := false, false
		for _, m := range s.Members {
			wire, required := m.Key()
			needs, lacks = needs || required, lacks || required && member(given, wire) == nil
		}
		return needs && !lacks
	})
}

// isNoise reports whether a client skips an item as a ping: it is no JSON, and its event has a name of its own.
func (x item) isNoise() bool {
	_, err := jsonvalue.Parse(x.text)
	return err != nil && x.name != "" && x.name != "message" && x.name != "error"
}

func isEvents(media string) bool {
	t, _, _ := mime.ParseMediaType(media)
	return t == "text/event-stream"
}

func isLines(media string) bool {
	t, _, _ := mime.ParseMediaType(media)
	names := []string{
		"application/jsonl", "application/x-ndjson", "application/ndjson", "application/json-seq", "application/jsonlines",
		"application/x-jsonlines", "application/json-lines", "application/x-json-stream", "application/stream+json",
	}
	return slices.Contains(names, t) || strings.HasSuffix(t, "+json-seq") || strings.HasSuffix(t, "+jsonl")
}

// jsonTexts returns the texts of JSON Lines, or of records (RFC 7464), and whether one is cut off.
func jsonTexts(body string) (items []item, cut bool) {
	end, body := "\n", strings.TrimPrefix(body, "\ufeff")
	if strings.Contains(body, "\x1e") {
		end = "\x1e"
	}
	for part := range strings.SplitAfterSeq(body, end) {
		text, ended := strings.CutSuffix(part, end)
		data := strings.TrimSpace(text)
		if data == "" {
			continue
		}
		if _, err := jsonvalue.Parse(data); err != nil && (!ended || end != "\n") || end != "\n" && !strings.ContainsAny(text[len(text)-1:], "}]\" \t\r\n") {
			cut = true
			continue
		}
		items = append(items, item{text: data})
	}
	return items, cut
}

// events returns whole events, up to [DONE], and whether the last one is cut off (WHATWG HTML, section 9.2.6).
func events(body string) (items []item, cut bool) {
	const done = "[DONE]"
	name, data, started := "", "", false
	body = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(body, "\ufeff"))
	for line := range strings.Lines(body) {
		text, _ := strings.CutSuffix(line, "\n")
		field, value, _ := strings.Cut(text, ":")
		value = strings.TrimPrefix(value, " ")
		if text == "" {
			whole := strings.TrimSuffix(data, "\n")
			if whole == done {
				return items, false
			}
			if data != "" {
				items = append(items, item{cmp.Or(name, "message"), whole})
			}
			name, data, started = "", "", false
			continue
		}
		switch field {
		case "data":
			data, started = data+value+"\n", true
		case "event":
			name, started = value, true
		case "id":
			started = true
		default:
			started = started || text == line && field != ""
		}
	}
	return items, started && strings.TrimSuffix(data, "\n") != done
}
