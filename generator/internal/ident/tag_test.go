package ident

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestInGroup(t *testing.T) {
	for _, c := range []struct{ name, tag, want string }{
		{"ListOrders", "orders", "List"}, {"ListOrders", "Order", "List"}, {"GetOrder", "orders", "Get"}, {"GetOrders", "orders", "GetOrders"},
		{"ListOrder", "orders", "ListOrder"}, {"DeleteOrders", "orders", "DeleteOrders"}, {"OrdersList", "orders", "List"}, {"OrderGet", "orders", "OrderGet"},
		{"OrdersListOpenOnes", "orders", "ListOpenOnes"}, {"OrderOrder", "order", "Order"}, {"Orders", "orders", "Orders"}, {"Order", "orders", "Order"},
		{"ListUserOrders", "orders", "ListUserOrders"}, {"GetOrderByID", "orders", "GetOrderByID"}, {"Search", "orders", "Search"},
		{"ListPurchaseOrders", "purchase orders", "List"}, {"GetPurchaseOrder", "purchase-orders", "Get"}, {"GetOrder", "purchase orders", "GetOrder"},
		{"ListCategories", "category", "List"}, {"GetCategory", "categories", "Get"}, {"GetBox", "boxes", "Get"}, {"ListBoxes", "box", "List"},
		{"GetStatus", "status", "Get"}, {"ListStatuses", "status", "List"}, {"GetAddress", "addresses", "Get"}, {"ListAPIKeys", "API keys", "List"},
		{"Orders2FA", "orders", "Orders2FA"}, {"GetKeyboard", "key", "GetKeyboard"}, {"List", "", "List"}, {"List", "!", "List"}, {"ListÉté", "été", "List"}, {"GetÉté", "été", "Get"}, {"ListÉtés", "été", "ListÉtés"},
		{"X注文List", "注文", "X注文List"}, {"List注文", "注文", "List注文"},
	} {
		assert.Equal(t, c.want, InGroup(c.name, c.tag), "%s in %s", c.name, c.tag)
	}
}

// TestInGroupNumbers: the singular and the plural of one tag never give the same name.
func TestInGroupNumbers(t *testing.T) {
	for _, verb := range []string{"List", "Get", "Create", "Delete", "Search", "Count", "Send"} {
		for _, tag := range []string{"order", "orders", "box", "categories", "status"} {
			one, many := verb+capital(singular(tag)), verb+capital(plural(singular(tag)))
			assert.NotEqual(t, InGroup(one, tag), InGroup(many, tag), "%s and %s in %s", one, many, tag)
		}
	}
}

// capital capitalizes a word.
func capital(word string) string { return Style{}.Exported(word) }
