package support

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
)

// events reads a stream to its end and gives each event as a line.
func events(in io.Reader, limit int64) (lines []string, r eventReader, err error) {
	r.readFrom(in, limit)
	for {
		e, err := r.next()
		if err != nil {
			return lines, r, err
		}
		lines = append(lines, fmt.Sprintf("%s %s %q", r.id, e.name, e.data))
	}
}

// TestEventGrammar goes through the standard (WHATWG HTML, sections 9.2.5 and 9.2.6), rule by rule. An event is written as id, name, data.
func TestEventGrammar(t *testing.T) {
	tests := []struct{ rule, stream, want string }{
		{"a line ends with LF", "data: a\n\ndata: b\n\n", ` message "a"| message "b"`},
		{"or with CR", "data: a\r\rdata: b\r\r", ` message "a"| message "b"`},
		{"or with CR LF", "data: a\r\n\r\ndata: b\r\n\r\n", ` message "a"| message "b"`},
		{"or with all of them", "data: a\r\ndata: b\ndata: c\r\n\rdata: d\r\r\n\n", ` message "a\nb\nc"| message "d"`},
		{"LF CR is two ends", "data: a\n\rdata: b\n\n", ` message "a"| message "b"`},
		{"one BOM at the start is not a text", "\ufeffdata: a\n\ndata: b\n\n", ` message "a"| message "b"`},
		{"a second one is", "\ufeff\ufeffdata: a\n\ndata: b\n\n", ` message "b"`},
		{"so is one behind the start", "data: a\n\n\ufeffdata: b\n\n", ` message "a"`},
		{"what begins like a BOM is text", "\xef\xbbdata: a\n\ndata: b\n\n", ` message "b"`},
		{"a BOM alone", "\ufeff", ""},
		{"nothing", "", ""},
		{"a comment is no event", ": a\n\n:\n\n:b: c\ndata: a\n:c\ndata: b\n\n", ` message "a\nb"`},
		{"one space behind the colon goes", "data:a\n\ndata:  b \n\ndata:\tc\n\n", ` message "a"| message " b "| message "\tc"`},
		{"data without colon is an empty line", "data\n\ndata\ndata\n\ndata:\n\n", ` message ""| message "\n"| message ""`},
		{"colons behind the first are data", "data: a: b:c\n\n", ` message "a: b:c"`},
		{"several lines of data", "data: YHOO\ndata: +2\ndata: 10\n\n", ` message "YHOO\n+2\n10"`},
		{"a space before a name makes another name", " data: a\n\ndata : b\n\ndata: c\n\n", ` message "c"`},
		{"names are told apart by case", "Data: a\nDATA: b\ndata: c\n\n", ` message "c"`},
		{"unknown fields are ignored", "x: 1\ndata: a\ndatax: b\ndat: c\nx\n\n", ` message "a"`},
		{"an event without data is none", "event: a\n\ndata: b\n\n", ` message "b"`},
		{"the name of an event", "event: a\ndata: b\n\ndata: c\n\n", ` a "b"| message "c"`},
		{"the last name counts", "event: a\nevent: b\ndata: c\n\n", ` b "c"`},
		{"an empty name is message", "event:\ndata: a\n\nevent: b\nevent\ndata: c\n\n", ` message "a"| message "c"`},
		{"an id stays", "id: 1\ndata: a\n\ndata: b\n\nid: 2\ndata: c\n\n", `1 message "a"|1 message "b"|2 message "c"`},
		{"an id needs no data", "id: 1\n\ndata: a\n\n", `1 message "a"`},
		{"an empty id takes the last back", "id: 1\ndata: a\n\nid\ndata: b\n\nid: 2\nid:\ndata: c\n\n", `1 message "a"| message "b"| message "c"`},
		{"an id with NUL is ignored", "id: 1\x00\ndata: a\n\nid: 2\nid: \x003\ndata: b\n\n", ` message "a"|2 message "b"`},
		{"other text of an id is kept", "id: \u00e4: 1 \ndata: a\n\n", `ä: 1  message "a"`},
		{"NUL is data", "data: a\x00b\n\n", ` message "a\x00b"`},
		{"what the end cuts off is no event", "data: a\n\ndata: b\n", ` message "a"|cut`},
		{"not even with a whole line", "data: a\n\ndata: b", ` message "a"|cut`},
		{"nor with half a name", "data: a\n\nda", ` message "a"|cut`},
		{"nor without data", "data: a\n\nid: 7\n", ` message "a"|cut`},
		{"a comment is not cut off", "data: a\n\n: b", ` message "a"`},
		{"nor is a whole field that is none of an event", "data: a\n\nretry: 5\nx\n", ` message "a"`},
		{"an empty line is not needed behind CR", "data: a\r\r", ` message "a"`},
		{"long lines", "data: " + strings.Repeat("x", 9000) + "\ndata: b\n\n", ` message "` + strings.Repeat("x", 9000) + `\nb"`},
		{"long comments", ":" + strings.Repeat("x", 20000) + "\ndata: b\n\n", ` message "b"`},
	}
	for _, test := range tests {
		want := strings.Split(test.want, "|")
		cut := want[len(want)-1] == "cut"
		if cut || test.want == "" {
			want = want[:len(want)-1]
		}
		for size, in := range map[string]io.Reader{
			"whole": strings.NewReader(test.stream), "byte": iotest.OneByteReader(strings.NewReader(test.stream)), "7": chunks{strings.NewReader(test.stream), 7},
			"with the end": iotest.DataErrReader(strings.NewReader(test.stream)),
		} {
			got, _, err := events(in, 10000)
			assert.Equal(t, want, append([]string{}, got...), "%s: %.60q, %s", test.rule, test.stream, size)
			assert.Equal(t, cut, err == io.ErrUnexpectedEOF, "%s: %v", test.rule, err)
			assert.True(t, cut || err == io.EOF, "%s: %v", test.rule, err)
		}
	}
}

// TestEventRetry: only digits are a time, and it holds at once.
func TestEventRetry(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"retry: 10\n": 10, "retry:0\n": 0, "retry: 10\nretry: 20\n\n": 20, "retry: 007\n": 7, "retry: 2147483647\n": 2147483647,
		"retry: -1\n": 99, "retry: +1\n": 99, "retry: 1.5\n": 99, "retry: 1s\n": 99, "retry:  1\n": 99, "retry: 1 \n": 99, "retry:\n": 99, "retry\n": 99,
		"retry: 1_0\n": 99, "retry: 0x1\n": 99, "retry: ١\n": 99, "retry: 99999999999999999999\n": 99, "retry: 5": 99, "Retry: 5\n": 99,
	} {
		r := eventReader{wait: 99 * time.Millisecond}
		r.readFrom(strings.NewReader(text), 100)
		_, err := r.next()
		assert.Error(t, err)
		assert.Equal(t, want*time.Millisecond, r.wait, "%q", text)
	}
}

// TestEventLimit counts the data of an event, in one line or many. Comments count nothing, however long, and so do whole events.
func TestEventLimit(t *testing.T) {
	for stream, want := range map[string]int{
		"data: " + strings.Repeat("x", 100) + "\n\n":                         1,
		"data: " + strings.Repeat("x", 101) + "\n\n":                         0,
		strings.Repeat("data: xxxxxxxxx\n", 10) + "\n":                       1,
		strings.Repeat("data: xxxxxxxxx\n", 11) + "\n":                       0,
		strings.Repeat("data\n", 101) + "\n":                                 1,
		strings.Repeat("data\n", 102) + "\n":                                 0,
		strings.Repeat("data: xxxxxxxxx\n\n", 100):                           100,
		strings.Repeat(": xxxxxxxxx\n", 1000) + "data: x\n\n":                1,
		":" + strings.Repeat("x", 100000) + "\ndata: x\n\n":                  1,
		"event: " + strings.Repeat("x", 1000) + "\ndata: x\n\n":              0,
		"id: " + strings.Repeat("x", 1000) + "\ndata: x\n\n":                 0,
		"data: x\n\n" + "x: " + strings.Repeat("x", 10000) + "\ndata: y\n\n": 1,
	} {
		for _, in := range []io.Reader{strings.NewReader(stream), iotest.OneByteReader(strings.NewReader(stream))} {
			got, _, err := events(in, 100)
			assert.Len(t, got, want, "%.40q", stream)
			_, permanent := errors.AsType[permanentError](err)
			if want == 0 || strings.Contains(stream, "x: ") {
				assert.EqualError(t, err, "an event has more than 100 bytes", "%.40q", stream)
			}
			assert.Equal(t, err != io.EOF, permanent, "%v", err)
		}
	}
	got, _, _ := events(strings.NewReader("data: x\n\n"), 1<<63-1)
	assert.Len(t, got, 1)
}

// TestEventComesAtOnce: an event is there with the byte that ends it, without waiting for another one.
func TestEventComesAtOnce(t *testing.T) {
	for _, text := range []string{"data: a\r\r", "data: a\n\n", "data: a\r\n\r\n", "data: a\r\n\r", "\ufeffdata: a\n\n", "data:\n\n"} {
		in, out := io.Pipe()
		go io.WriteString(out, text)
		var r eventReader
		r.readFrom(in, 100)
		_, err := r.next()
		assert.NoError(t, err, "%q", text)
		in.Close()
	}
}
