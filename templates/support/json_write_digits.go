package support

import "math/bits"

// digitPairs is 00 to 99.
const digitPairs = "00010203040506070809" + "10111213141516171819" + "20212223242526272829" + "30313233343536373839" + "40414243444546474849" +
	"50515253545556575859" + "60616263646566676869" + "70717273747576777879" + "80818283848586878889" + "90919293949596979899"

// tens and ones return the two digits of n, which is below 100.
func tens(n uint64) byte { return digitPairs[2*n] }
func ones(n uint64) byte { return digitPairs[2*n+1] }

// appendDigits appends n in decimal. There must be room: nothing but a longer buffer is made.
func appendDigits(buf []byte, n uint64) []byte {
	end := len(buf) + countDigits(n)
	buf = buf[:end]
	for n >= 100 {
		end -= 2
		buf[end], buf[end+1] = tens(n%100), ones(n%100)
		n /= 100
	}
	if n >= 10 {
		buf[end-2], buf[end-1] = tens(n), ones(n)
	} else {
		buf[end-1] = '0' + byte(n)
	}
	return buf
}

// countDigits returns how many decimal digits n has.
func countDigits(n uint64) int {
	count := (bits.Len64(n|1) * 1233) >> 12 // log10(2) is about 1233/4096
	if n >= integerPowers[count] {
		count++
	}
	return count
}

var integerPowers = [...]uint64{0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19}

// appendDate appends a full-date of RFC 3339.
func appendDate(buf []byte, year, month, day uint64) []byte {
	century, year := year/100, year%100
	return append(buf, tens(century), ones(century), tens(year), ones(year), '-', tens(month), ones(month), '-', tens(day), ones(day))
}
