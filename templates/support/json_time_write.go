package support

import "time"

// time writes an RFC 3339 date-time with as many digits of a second as it has.
func (w *jsonWriter) time(t time.Time) {
	w.reserve(len(time.RFC3339Nano) + len(`""`))
	buf, ok := appendTime(append(w.buf, '"'), t)
	if !ok {
		w.fail("a time outside of the years 0 to 9999 cannot be written")
		return
	}
	w.buf = w.buf[:len(append(buf, '"'))]
}

// formatTime gives a time as text for a path, a query or a header.
func formatTime(t time.Time) string {
	buf, _ := appendTime(nil, t)
	return string(buf)
}

// appendUTC covers the years 1970 to 9999.
const (
	firstFastTime = 0
	endOfFastTime = 253402300800
)

// appendTime reports whether RFC 3339 can express t.
func appendTime(buf []byte, t time.Time) (_ []byte, ok bool) {
	unix := t.Unix()
	if t.Location() == time.UTC && unix >= firstFastTime && unix < endOfFastTime {
		return appendUTC(buf, unix, t.Nanosecond()), true
	}
	if _, offset := t.Zone(); offset%60 != 0 || offset <= -86400 || offset >= 86400 {
		t = t.UTC()
	}
	year := t.Year()
	return t.AppendFormat(buf, time.RFC3339Nano), year >= 0 && year <= 9999
}

// appendUTC appends a date-time in UTC. It takes a third of the time of AppendFormat.
func appendUTC(buf []byte, unix int64, nanos int) []byte {
	year, month, day := civil(uint64(unix) / 86400)
	second := uint64(unix) % 86400
	buf = appendDate(buf, year, month, day)
	hour, minute, second := second/3600, second/60%60, second%60
	buf = append(buf, 'T', tens(hour), ones(hour), ':', tens(minute), ones(minute), ':', tens(second), ones(second))
	if nanos != 0 {
		buf = appendFraction(buf, nanos)
	}
	return append(buf, 'Z')
}

// civil converts days since 1970 to a date. It inverts daysSince1970.
func civil(days uint64) (year, month, day uint64) {
	days += 719468
	era, day := days/146097, days%146097 // 400 years each
	yearOfEra := (day - day/1460 + day/36524 - day/146096) / 365
	day -= 365*yearOfEra + yearOfEra/4 - yearOfEra/100
	year = 400*era + yearOfEra
	month = (5*day + 2) / 153
	day -= (153*month + 2) / 5
	if month += 3; month > 12 {
		month -= 12
		year++
	}
	return year, month, day + 1
}

// appendFraction appends the fraction of a second without trailing zeros.
func appendFraction(buf []byte, nanos int) []byte {
	buf = append(buf, '.')
	for unit := 100_000_000; nanos > 0; unit /= 10 {
		buf = append(buf, '0'+byte(nanos/unit))
		nanos %= unit
	}
	return buf
}
