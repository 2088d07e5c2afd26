package verify

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/big"
	"net/mail"
	"net/netip"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/net/idna"

	"github.com/oas2go/oas2go/generator/internal/analysis/pattern"
)

// registerFormats gives formats the meaning that they have in generated code. Those of the validator that are not here mean the same
// there, or have a stricter grammar beside them here.
func registerFormats(c *jsonschema.Compiler) {
	for _, name := range []string{"period", "semver"} { // which no specification of OpenAPI or JSON Schema has
		c.RegisterFormat(&jsonschema.Format{Name: name, Validate: func(any) error { return nil }})
	}
	text := func(name string, valid func(string) bool) {
		c.RegisterFormat(&jsonschema.Format{Name: name, Validate: func(v any) error {
			if s, ok := v.(string); ok && !valid(s) {
				return errors.New("not of the format")
			}
			return nil
		}})
	}
	text("byte", isBase64)
	text("duration", isDuration)
	text("email", isEmail)
	text("idn-email", isInternationalEmail)
	text("ipv4", isIPv4)
	text("uri-template", isURITemplate)
	text("hostname", isHostname)
	text("idn-hostname", isInternationalHostname)
	text("relative-json-pointer", isRelativePointer)
	text("uri", func(s string) bool { return isReference(s, true, false) })
	text("uri-reference", func(s string) bool { return isReference(s, false, false) })
	text("iri", func(s string) bool { return isReference(s, true, true) })
	text("iri-reference", func(s string) bool { return isReference(s, false, true) })
	text(regexFormat, func(s string) bool {
		_, err := pattern.Compile(s)
		return err == nil
	})
	for name, bits := range map[string]int{"int8": 8, "int16": 16, "int32": 32, "int64": 64} {
		registerInteger(c, name, big.NewInt(-1<<(bits-1)), big.NewInt(1<<(bits-1)-1))
	}
	for name, bits := range map[string]uint{"uint8": 8, "uint16": 16, "uint32": 32, "uint64": 64} {
		registerInteger(c, name, big.NewInt(0), new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), bits), big.NewInt(1)))
	}
	for name, bits := range map[string]int{"float": 32, "double": 64} {
		c.RegisterFormat(&jsonschema.Format{Name: name, Validate: func(v any) error { return isFloat(v, bits) }})
	}
}

// regexFormat is the format regex: the validator lets nobody register that name.
const regexFormat = "ecma-262-regex"

func registerInteger(c *jsonschema.Compiler, name string, least, most *big.Int) {
	c.RegisterFormat(&jsonschema.Format{Name: name, Validate: func(v any) error {
		number, ok := v.(json.Number)
		if !ok {
			return nil
		}
		r, ok := new(big.Rat).SetString(number.String())
		if !ok || !r.IsInt() || r.Num().Cmp(least) < 0 || r.Num().Cmp(most) > 0 {
			return errors.New("not a whole number of that size")
		}
		return nil
	}})
}

// isFloat: a number that is not beyond all floats of that size.
func isFloat(v any, bits int) error {
	number, ok := v.(json.Number)
	if !ok {
		return nil
	}
	if f, _ := strconv.ParseFloat(number.String(), bits); math.IsInf(f, 0) {
		return fmt.Errorf("too large for a float%d", bits)
	}
	return nil
}

func isBase64(s string) bool {
	_, err := base64.StdEncoding.Strict().DecodeString(s)
	return err == nil && !strings.ContainsAny(s, "\r\n")
}

// isDuration: RFC 3339, appendix A. The units come in order and leave none out.
func isDuration(s string) bool {
	const clock = `T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S)`
	const date = `(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)`
	return matches(`^P(?:\d+W|`+date+`(?:`+clock+`)?|`+clock+`)$`, s)
}

// isRelativePointer: draft-bhutton-relative-json-pointer-00, section 3.
func isRelativePointer(s string) bool {
	return matches(`^(?:0|[1-9]\d*)(?:[+-](?:0|[1-9]\d*))?(?:#|(?:/(?:[^~/]|~[01])*)*)$`, s)
}

// isReference: RFC 3986 and 3987, an absolute one or any. The parts are found as in RFC 3986, appendix B.
func isReference(s string, absolute, international bool) bool {
	found := regexp.MustCompile(`(?s)^(?:([^:/?#]+):)?(//[^/?#]*)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$`).FindStringSubmatch(s)
	scheme, authority, path := found[1], found[2], found[3]
	switch {
	case scheme != "" && !matches(`^[A-Za-z][A-Za-z0-9+.-]*$`, scheme):
		return false
	case scheme == "" && (absolute || strings.HasPrefix(path, ":")):
		return false
	}
	char := `(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})`
	if international {
		char = `(?:[A-Za-z0-9._~!$&'()*+,;=:@\x{a0}-\x{10ffff}-]|%[0-9A-Fa-f]{2})`
	}
	host := `(?:\[[^\]]*\]|` + strings.Replace(char, ":@", "", 1) + `*)`
	userinfo := strings.Replace(char, "@", "", 1)
	if literal := regexp.MustCompile(`\[([^\]]*)\]`).FindStringSubmatch(authority); literal != nil && !isIPLiteral(literal[1]) {
		return false
	}
	return matches(`^(?://(?:`+userinfo+`*@)?`+host+`(?::[0-9]*)?)?$`, authority) && matches(`^(?:`+char+`|/)*$`, path) &&
		matches(`^(?:`+char+`|[/?])*$`, found[4]) && matches(`^(?:`+char+`|[/?])*$`, found[5])
}

// isIPLiteral: RFC 3986, section 3.2.2.
func isIPLiteral(s string) bool {
	a, err := netip.ParseAddr(s)
	return err == nil && a.Is6() && a.Zone() == "" || matches(`^[vV][0-9A-Fa-f]+\.[A-Za-z0-9._~!$&'()*+,;=:-]+$`, s)
}

func isIPv4(s string) bool {
	a, err := netip.ParseAddr(s)
	return err == nil && a.Is4()
}

// isURITemplate: RFC 6570, section 2.
func isURITemplate(s string) bool {
	const char = `(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})`
	const spec = char + `(?:\.?` + char + `)*(?:\*|:[1-9][0-9]{0,3})?`
	return matches("^(?:[^\\x00-\\x20\"%<>\\\\^`{|}\\x7f]|%[0-9A-Fa-f]{2}|\\{[+#./;?&=,!@|]?"+spec+"(?:,"+spec+")*\\})*$", s)
}

func isEmail(s string) bool { return isASCII(s) && isInternationalEmail(s) }

// isInternationalEmail: Mailbox of RFC 6531, as package mail reads it.
func isInternationalEmail(s string) bool {
	at := strings.LastIndexByte(s, '@')
	if at <= 0 || at > 64 {
		return false
	}
	local, domain := s[:at], s[at+1:]
	if literal, ok := strings.CutPrefix(domain, "["); ok {
		literal, closed := strings.CutSuffix(literal, "]")
		if len(literal) > 5 && strings.EqualFold(literal[:5], "IPv6:") {
			a, err := netip.ParseAddr(literal[5:])
			return closed && err == nil && a.Is6()
		}
		return closed && isIPv4(literal)
	}
	if isASCII(domain) && !isHostname(domain) {
		return false
	}
	address, err := mail.ParseAddress(s)
	return err == nil && address.Name == "" && (strings.HasPrefix(local, `"`) || address.Address == s)
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > '~' }) < 0
}

// isHostname: RFC 1123, section 2.1, without a dot at the end; a label in Punycode must be one.
func isHostname(s string) bool {
	if len(s) > 253 || !matches(`^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$`, s) {
		return false
	}
	return !strings.Contains(strings.ToLower(s), "xn--") || isInternationalHostname(s)
}

// isInternationalHostname: RFC 5890, section 2.3.2.3, as package idna reads it, but for symbols (RFC 5892, section 3). The rules of
// its appendix A are those of idna: most of them are not looked at.
func isInternationalHostname(s string) bool {
	if strings.ContainsFunc(s, func(r rune) bool {
		return r > '~' && !strings.ContainsRune("。．｡\u200c\u200d\u00b7\u0375\u05f3\u05f4\u30fb", r) &&
			!unicode.In(r, unicode.Ll, unicode.Lo, unicode.Lm, unicode.Mn, unicode.Mc, unicode.Nd)
	}) {
		return false
	}
	_, err := idna.New(idna.ValidateLabels(true), idna.StrictDomainName(true), idna.CheckHyphens(true), idna.CheckJoiners(true),
		idna.BidiRule(), idna.VerifyDNSLength(true)).ToASCII(s)
	return err == nil && !strings.HasSuffix(s, ".")
}

func matches(expression, s string) bool { return regexp.MustCompile(expression).MatchString(s) }
