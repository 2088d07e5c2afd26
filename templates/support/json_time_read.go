package support

import "time"

// time reads an RFC 3339 date-time. A tolerant reader takes more, see looseTime.
func (r *jsonReader) time() time.Time {
	r.peek()
	start := r.pos
	text := r.text()
	if text == nil {
		return time.Time{}
	}
	t, ok := parseTime(text)
	if !ok && r.tolerant {
		t, ok = looseTime(text)
	}
	if !ok {
		r.refuse(start, "format", "date-time")
	}
	return t
}

// parseTime parses an RFC 3339 date-time. It is stricter than time.Parse, which takes a comma as the decimal point, an hour of
// one digit and an offset of 24 hours, and refuses lower-case letters and leap seconds.
//
// A leap second, 23:59:60 in UTC, is the same time.Time as the second after it, because Go has no other value for it.
func parseTime(s []byte) (t time.Time, ok bool) {
	unix, nanos, offset, ok := parseInstant(s)
	if !ok {
		return t, false
	}
	t = time.Unix(unix, nanos)
	if offset == 0 {
		return t.UTC(), true
	}
	return t.In(time.FixedZone("", offset)), true
}

// parseInstant is parseTime without a time.Time: seconds since 1970, nanoseconds, and the offset in seconds.
func parseInstant(s []byte) (unix, nanos int64, offset int, ok bool) {
	if len(s) < len("2006-01-02T15:04:05Z") || s[10]|0x20 != 't' || s[13] != ':' || s[16] != ':' {
		return 0, 0, 0, false
	}
	year, month, day, ok := parseDate(s)
	hour, minute, second := twoDigits(s[11:]), twoDigits(s[14:]), twoDigits(s[17:])
	if !ok || hour|minute|second < 0 || hour > 23 || minute > 59 || second > 60 {
		return 0, 0, 0, false
	}
	nanos, rest, ok := parseFraction(s[19:])
	if !ok {
		return 0, 0, 0, false
	}
	if offset, ok = parseOffset(rest); !ok {
		return 0, 0, 0, false
	}
	unix = daysSince1970(year, month, day)*86400 + int64(hour*3600+minute*60+second-offset)
	return unix, nanos, offset, second < 60 || unix%86400 == 0
}

// parseFraction parses an optional fraction of a second and returns what follows it. Digits beyond the nanosecond are dropped.
func parseFraction(s []byte) (nanos int64, rest []byte, ok bool) {
	if s[0] != '.' {
		return 0, s, true
	}
	unit, i := int64(1e8), 1
	for ; i < len(s) && isDigit(s[i]); i++ {
		nanos += int64(s[i]-'0') * unit
		unit /= 10
	}
	return nanos, s[i:], i > 1
}

// parseOffset parses Z or a numeric offset and returns it in seconds.
func parseOffset(s []byte) (seconds int, ok bool) {
	if len(s) == 1 && s[0]|0x20 == 'z' {
		return 0, true
	}
	if len(s) != len("+00:00") || s[3] != ':' || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	hour, minute := twoDigits(s[1:]), twoDigits(s[4:])
	if hour|minute < 0 || hour > 23 || minute > 59 {
		return 0, false
	}
	seconds = hour*3600 + minute*60
	if s[0] == '-' {
		seconds = -seconds
	}
	return seconds, true
}

// daysSince1970 counts in years that begin in March, so that the leap day is the last one.
func daysSince1970(year, month, day int) int64 {
	if month <= 2 {
		year--
		month += 12
	}
	year += 400 // the year before 0 must not round towards 0
	return int64(365*year + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day - 1 - 719468 - 146097)
}
