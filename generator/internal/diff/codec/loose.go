package codec

import (
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
)

// meant returns the value that a tolerant reader takes one of a wrong JSON type for.
func (r reader) meant(kind gomodel.ScalarKind, v api.Value) api.Value {
	isNumber := slices.Contains([]gomodel.ScalarKind{gomodel.Int32, gomodel.Int64, gomodel.Float64}, kind)
	switch given := v.(type) {
	case api.String:
		if isNumber && slices.Contains(r.tolerate, gomodel.NumbersAsStrings) {
			if n, err := jsonvalue.Parse(strings.TrimSpace(string(given))); err == nil {
				return n
			}
		}
	case api.Number:
		if !isNumber && kind != gomodel.Bool && slices.Contains(r.tolerate, gomodel.StringsAsNumbers) {
			return api.String(given.String())
		}
	}
	return v
}

// validText reports whether a tolerant reader takes a text for a scalar.
func validText(kind gomodel.ScalarKind, s string) bool {
	switch kind {
	case gomodel.Time:
		return validTime(s)
	case gomodel.Date:
		_, err := time.Parse(time.DateOnly, s)
		return err == nil && len(s) == len(time.DateOnly) || len(s) > len(time.DateOnly) && validTime(s)
	case gomodel.UUID:
		_, err := uuid.Parse(s)
		return err == nil
	case gomodel.Bytes:
		text := strings.TrimRight(strings.NewReplacer("-", "+", "_", "/").Replace(s), "=\r\n")
		_, err := base64.RawStdEncoding.DecodeString(text)
		return err == nil
	}
	return true
}

// looseTime fits what servers send in place of RFC 3339: its groups are the date, hour and minute, second, fraction and offset.
var looseTime = regexp.MustCompile(`(?i)^(\d{4}-\d\d-\d\d)(?:[t ](\d\d:\d\d)(:\d\d)?(?:[.,](\d+))?\s*(z|utc|gmt|[+-]\d\d(?::?\d\d)?)?)?$`)

// validTime takes what package time takes for RFC 3339, what RFC 3339 allows beside that, leap seconds and small letters, and looser forms.
func validTime(s string) bool {
	if _, err := time.Parse(time.RFC3339, s); err == nil {
		return true
	}
	parts := looseTime.FindStringSubmatch(strings.TrimSpace(s))
	if parts == nil {
		return false
	}
	clock, second, offset := parts[2], parts[3], strings.ReplaceAll(parts[5], ":", "")
	if clock == "" {
		clock = "00:00"
	}
	if second == "" {
		second = ":00"
	}
	if !strings.HasPrefix(offset, "+") && !strings.HasPrefix(offset, "-") {
		offset = "+0000"
	} else if len(offset) == len("+01") {
		offset += "00"
	}
	if strings.Trim(offset, "+-") > "2359" || offset[3:] > "59" {
		return false
	}
	leap := second == ":60"
	if leap {
		second = ":59"
	}
	t, err := time.Parse("2006-01-02 15:04:05-0700", parts[1]+" "+clock+second+offset)
	t = t.UTC()
	return err == nil && (!leap || t.Hour() == 23 && t.Minute() == 59) // a leap second is the last one of a day in UTC
}
