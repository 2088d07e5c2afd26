package support

import "strings"

func isHex(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

func isAlpha(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isAlphanumeric(c byte) bool { return isDigit(c) || isAlpha(c) }

// isPercentEncoded reports whether s begins with % and two hexadecimal digits (RFC 3986, section 2.1).
func isPercentEncoded(s string) bool { return len(s) >= 3 && s[0] == '%' && isHex(s[1]) && isHex(s[2]) }

func isOneOf(c byte, list string) bool { return strings.IndexByte(list, c) >= 0 }
