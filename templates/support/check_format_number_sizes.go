package support

import "strconv"

// validInt8 is the format int8 of a number.
func validInt8(text string) bool { return between(text, -1<<7, 1<<7-1) }

// validInt16 is the format int16 of a number.
func validInt16(text string) bool { return between(text, -1<<15, 1<<15-1) }

// validUint8 is the format uint8 of a number.
func validUint8(text string) bool { return between(text, 0, 1<<8-1) }

// validUint16 is the format uint16 of a number.
func validUint16(text string) bool { return between(text, 0, 1<<16-1) }

// validUint32 is the format uint32 of a number.
func validUint32(text string) bool { return between(text, 0, 1<<32-1) }

func between(text string, least, most int64) bool {
	n, ok := wholeNumber(text)
	return ok && least <= n && n <= most
}

// validUint64 is the format uint64 of a number. Values above those of int64 are only met where a rule judges JSON.
func validUint64(text string) bool {
	if n, ok := wholeNumber(text); ok {
		return n >= 0
	}
	_, err := strconv.ParseUint(text, 10, 64)
	return err == nil
}
