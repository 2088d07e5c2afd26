package support

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
)

// A sentContent is a media type that a success can have, and what serves it. The type is empty if there is none, or if the result chooses.
type sentContent struct {
	mediaType string
	sender    sender
}

// A sender serves a method.
type sender struct {
	serve    func(x *exchange) error
	isStream bool // its result is a sequence
}

// negotiate chooses the content of a success: the one that the client likes best, of those the first of the document. Without the
// header Accept it is the first one.
func (x *exchange) negotiate() (*sentContent, error) {
	c := liked(strings.Join(x.r.Header.Values("Accept"), ","), x.op.contents)
	if x.op.stream != nil && c != nil {
		return x.switched(c)
	}
	if c != nil {
		return c, nil
	}
	var types []string
	for _, c := range x.op.contents {
		types = append(types, c.mediaType)
	}
	return nil, &requestError{status: http.StatusNotAcceptable, error: errors.New("the response is " + strings.Join(types, " or "))}
}

// liked finds the content that a client likes best, nil if it likes none.
func liked(accept string, contents []sentContent) (chosen *sentContent) {
	best := 0.0
	for i := range contents {
		c := &contents[i]
		if accept == "" || c.mediaType == "" {
			return c
		}
		if q := quality(accept, c.mediaType); q > best {
			best, chosen = q, c
		}
	}
	return chosen
}

// quality says how much a client wants a media type, or one of a range (RFC 9110, section 12.5.1). The closest range counts.
func quality(accept, mediaType string) float64 {
	mediaType = baseType(mediaType)
	family, _, _ := strings.Cut(mediaType, "/")
	q, closest := 0.0, 0
	for text := range strings.SplitSeq(accept, ",") {
		near := 0
		switch wanted := baseType(text); {
		case wanted == mediaType:
			near = 4
		case mediaType == "*/*" || mediaType == family+"/*" && strings.HasPrefix(wanted, family+"/"):
			near = 3 // one of the range will do
		case wanted == family+"/*":
			near = 2
		case wanted == "*/*":
			near = 1
		}
		if near > closest {
			closest, q = near, weight(text)
		}
	}
	return q
}

// weight gives the parameter q of a media range, 1 if it has none.
func weight(text string) float64 {
	_, params, _ := strings.Cut(text, ";")
	for param := range strings.SplitSeq(params, ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(param), "=")
		if q, err := strconv.ParseFloat(value, 64); strings.EqualFold(name, "q") && err == nil {
			return q
		}
	}
	return 1
}

// baseType gives a media type without its parameters.
func baseType(text string) string {
	text, _, _ = strings.Cut(text, ";")
	return strings.ToLower(strings.TrimSpace(text))
}
