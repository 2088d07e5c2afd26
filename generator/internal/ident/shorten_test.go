package ident_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/ident"
)

func TestShorten(t *testing.T) {
	tests := []struct {
		name, steps, own string
		value            bool
		want             string
	}{
		{"short enough", "Order Lines", "Tax", false, "OrderLinesTax"},
		{"outer steps go", "ShipmentConfirmation PickupLocation OpeningHoursOfOffice", "Exception", false,
			"ShipmentConfirmationOpeningHoursOfOfficeException"},
		{"then all but one", "ShipmentConfirmation PickupLocation OpeningHours SpecialItem", "ExceptionOfWeek", false,
			"ShipmentConfirmationSpecialItemExceptionOfWeek"},
		{"a long first step keeps both ends", "ListSelectedRepositoriesEnabledForActionsOfOrganization", "Response", false,
			"ListSelectedActionsOfOrganizationResponse"},
		{"a value keeps the word of its enum", "ShipmentConfirmation PickupLocation Reason", "TheOfficeIsClosedForWorks", true,
			"ShipmentReasonTheOfficeIsClosedForWorks"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := ident.Shorten(strings.Fields(test.steps), test.own, test.value, 50)
			for _, name := range got {
				assert.LessOrEqual(t, utf8.RuneCountInString(name), 50, name)
			}
			if test.want != "" {
				assert.Equal(t, test.want, got[0])
			}
		})
	}
}

func FuzzShorten(f *testing.F) {
	f.Add("ShipmentConfirmation PickupLocation OpeningHours", "ExceptionOfWeek", true)
	f.Add("Übersicht 優 A1", "Ж", false)
	f.Fuzz(func(t *testing.T, steps, own string, value bool) {
		words := strings.Fields(steps)
		for i := range words {
			words[i] = ident.Style{}.Exported(words[i])
		}
		if len(words) == 0 || own == "" {
			t.Skip("nothing to name")
		}
		own = ident.Style{}.Suffix(own)
		first := utf8.RuneCountInString(ident.Words(words[0])[0] + ident.Words(own)[0])
		for _, name := range ident.Shorten(words, own, value, ident.MaxName) {
			assert.True(t, ident.Valid(name), name)
			assert.LessOrEqual(t, utf8.RuneCountInString(name), max(ident.MaxName, 2*first+ident.MaxName/2), name)
		}
	})
}
