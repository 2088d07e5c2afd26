package support

import (
	"encoding/binary"
	"math/bits"
)

// A boundary finds the end of a JSON value that comes in parts. It counts brackets and knows strings, no more: the end is right if
// the value is JSON, which is for others to find out.
type boundary struct {
	isScalar bool // a number or a word: it ends before the next delimiter
	isText   bool // inside of a string
	depth    int  // of open objects and arrays
}

// beginAt returns the boundary of a value behind its first byte, which is c, or before it if that may not be part of it.
func beginAt(c byte) (b boundary, size int) {
	switch c {
	case '{', '[':
		return boundary{depth: 1}, 1
	case '"':
		return boundary{isText: true}, 1
	}
	return boundary{isScalar: true}, 0
}

// find moves from i towards the end of the value. It stops behind the end, behind a bracket that nests too deep, at the end of data
// or at a backslash that is its last byte.
func (b *boundary) find(data []byte, i int) (end int, found bool) {
	if b.isScalar {
		return endOfScalar(data, i)
	}
	for b.depth > 0 && len(data)-i >= wordBits {
		if n, ok := b.block((*[wordBits]byte)(data[i:])); !ok {
			i, found = b.bytes(data, i, i+wordBits)
		} else {
			i, found = i+n, b.depth == 0
		}
		if found || b.depth >= maxDepth {
			return i, found
		}
	}
	return b.bytes(data, i, len(data))
}

// endOfScalar returns the index of the first byte from i on that no number or word has.
func endOfScalar(data []byte, i int) (end int, found bool) {
	for ; i < len(data); i++ {
		switch data[i] {
		case ' ', '\t', '\r', '\n', ',', ':', '[', ']', '{', '}', '"':
			return i, true
		}
	}
	return i, false
}

// bytes is find for the bytes before limit, one at a time.
func (b *boundary) bytes(data []byte, i, limit int) (end int, found bool) {
	for ; i < limit; i++ {
		c := data[i]
		switch {
		case c == '"':
			b.isText = !b.isText
			if !b.isText && b.depth == 0 {
				return i + 1, true
			}
		case b.isText:
			if c == '\\' {
				if i++; i == len(data) {
					return i - 1, false
				}
			}
		case c == '{' || c == '[':
			if b.depth++; b.depth >= maxDepth {
				return i + 1, false
			}
		case c == '}' || c == ']':
			if b.depth--; b.depth == 0 {
				return i + 1, true
			}
		}
	}
	return i, false
}

// wordBits is the size of a block: its bytes are the bits of a word.
const wordBits = 64

// block is find for a block inside of an object or array. It returns how many bytes it took, and false if it takes none because
// there is a backslash.
func (b *boundary) block(data *[wordBits]byte) (n int, ok bool) {
	var quotes, opens, closes, slashes uint64
	for i := 0; i < wordBits; i += 8 {
		x := binary.LittleEndian.Uint64(data[i:])
		bracket := x | eachByte*('{'^'[')
		slash := x ^ eachByte*'\\'
		slashes |= (slash - eachByte) &^ slash
		quotes |= zeros(x^eachByte*'"') << i
		opens |= zeros(bracket^eachByte*'{') << i
		closes |= zeros(bracket^eachByte*'}') << i
	}
	if slashes&highBits != 0 {
		return 0, false
	}
	text := quotes // a bit is set if the number of quotes up to there is odd
	for shift := 1; shift < wordBits; shift *= 2 {
		text ^= text << shift
	}
	if b.isText {
		text = ^text
	}
	opens, closes = opens&^text, closes&^text
	if up, down := bits.OnesCount64(opens), bits.OnesCount64(closes); b.depth > down && b.depth+up < maxDepth {
		b.depth += up - down
		b.isText = text>>(wordBits-1) != 0
		return wordBits, true
	}
	for brackets := opens | closes; brackets != 0; brackets &= brackets - 1 {
		bit := brackets & -brackets
		if b.depth--; opens&bit != 0 {
			b.depth += 2
		}
		if b.depth == 0 || b.depth >= maxDepth {
			return bits.TrailingZeros64(bit) + 1, true
		}
	}
	b.isText = text>>(wordBits-1) != 0
	return wordBits, true
}

// zeros returns a byte with a bit for each byte of x that is zero.
func zeros(x uint64) uint64 {
	const low7 = ^uint64(highBits)
	marks := ^((x&low7 + low7) | x | low7)
	return marks >> 7 * 0x0102040810204080 >> 56 // the bit of byte i is moved to bit 56+i
}
