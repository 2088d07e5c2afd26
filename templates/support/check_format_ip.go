package support

import (
	"net/netip"
	"strings"
)

// validIPv4 is the format ipv4: four decimal numbers (RFC 2673, section 3.2).
func validIPv4(s string) bool {
	a, err := netip.ParseAddr(s)
	return err == nil && a.Is4()
}

// validIPv6 is the format ipv6 (RFC 4291, section 2.2), without a zone.
func validIPv6(s string) bool {
	if strings.IndexByte(s, ':') < 0 || strings.IndexByte(s, '%') >= 0 {
		return false
	}
	_, err := netip.ParseAddr(s)
	return err == nil
}
