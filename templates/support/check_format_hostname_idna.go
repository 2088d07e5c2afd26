package support

import (
	"unicode"

	"golang.org/x/net/idna"
)

// domains returns the rules of IDNA 2008 that package idna knows: no mapping, hyphens, joiners, writing direction, lengths.
func domains() *idna.Profile {
	return idna.New(idna.ValidateLabels(true), idna.StrictDomainName(true), idna.CheckHyphens(true), idna.CheckJoiners(true),
		idna.BidiRule(), idna.VerifyDNSLength(true), idna.Transitional(false))
}

// isDomain reports whether a whole name, which may have U-labels, keeps the rules that look at more than one label.
func isDomain(s string) bool {
	_, err := domains().ToASCII(s)
	return err == nil
}

// isALabel reports whether a label in lower case is the only Punycode of a U-label.
func isALabel(s string) bool {
	u, err := idna.Punycode.ToUnicode(s)
	if err != nil || u == s || !isULabel(u) {
		return false
	}
	again, err := idna.Punycode.ToASCII(u)
	return err == nil && again == s
}

// isULabel reports whether each character of a label is allowed where it stands (RFC 5892), and it is valid as a name.
func isULabel(s string) bool {
	label := []rune(s)
	if len(label) > 3 && label[2] == '-' && label[3] == '-' {
		return false
	}
	arabic, extended := false, false
	for i, r := range label {
		if !isAllowedIn(label, i) {
			return false
		}
		arabic = arabic || r >= 0x660 && r <= 0x669
		extended = extended || r >= 0x6f0 && r <= 0x6f9
	}
	return !(arabic && extended) && isDomain(s) && !isASCII(s)
}

// isAllowedIn is the derived property of RFC 5892, section 3, as far as package idna does not look at it, with the rules of
// context in appendix A. Those for joiners are in package idna.
func isAllowedIn(label []rune, i int) bool {
	r := label[i]
	before, after := rune(0), rune(0)
	if i > 0 {
		before = label[i-1]
	}
	if i+1 < len(label) {
		after = label[i+1]
	}
	switch r {
	case 0x640, 0x7fa, 0x302e, 0x302f, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303b: // exceptions, section 2.6
		return false
	case 0xdf, 0x3c2, 0x6fd, 0x6fe, 0xf0b, 0x3007, '-', 0x200c, 0x200d:
		return true
	case 0xb7: // MIDDLE DOT
		return before == 'l' && after == 'l'
	case 0x375: // GREEK LOWER NUMERAL SIGN
		return unicode.Is(unicode.Greek, after)
	case 0x5f3, 0x5f4: // HEBREW PUNCTUATION GERESH, GERSHAYIM
		return unicode.Is(unicode.Hebrew, before)
	case 0x30fb: // KATAKANA MIDDLE DOT
		return hasJapanese(label)
	}
	return unicode.In(r, unicode.Ll, unicode.Lo, unicode.Lm, unicode.Mn, unicode.Mc, unicode.Nd)
}

func hasJapanese(label []rune) bool {
	for _, r := range label {
		if r != 0x30fb && unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) {
			return true
		}
	}
	return false
}
