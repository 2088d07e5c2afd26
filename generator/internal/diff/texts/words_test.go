package texts_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/texts"
)

func TestReworded(t *testing.T) {
	const long = "This sentence has nothing at all in common with the other one, and it is much too long to be shown in one line."
	for _, c := range []struct{ before, after, want string }{
		{"Orders of a small web shop, and the customers who place them.", "Orders of a web shop, and the customers who place them.",
			"Orders of a small web shop, and … → Orders of a web shop, and …"},
		{"Lists the orders, the newest first.", "Lists the orders, the newest first, one page at a time.",
			"Lists the orders, the newest first. → … the newest first, one page at a time."},
		{"How many orders to return.", "How many orders a page holds at most.", "How many orders to return. → How many orders a page holds at most."},
		{"Something that a customer has bought.", "What a customer has bought.", "Something that a customer has bought. → What a customer has bought."},
		{"Adds a task that dumps the data of a stream to an MRS cluster.", "Adds a task that dumps the data of a stream to an OBS bucket.",
			"… to an MRS cluster. → … to an OBS bucket."},
		{"MRS dump tasks", "OBS dump tasks", "MRS dump tasks → OBS dump tasks"},
		{"", "Text.", "added"},
		{"Text.", "", "removed"},
		{"One  line.", "One\nline.", "other spaces"},
		{"Short.", long, "another one"},
		{"Wörter ändern sich hier, und zwar am Ende: alt.", "Wörter ändern sich hier, und zwar am Ende: neu.", "… am Ende: alt. → … am Ende: neu."},
	} {
		assert.Equal(t, c.want, texts.Reworded(c.before, c.after))
	}
}

func TestShortTexts(t *testing.T) {
	assert.Equal(t, "/v1/orders", texts.ShortPath("/v1/orders"))
	assert.Equal(t, "…/transfer-tasks", texts.ShortPath("/v2/{project_id}/streams/{stream_name}/transfer-tasks"))
	assert.Equal(t, "…/CreateMrsTransferTask.html → …/CreateObsTransferTask.html", texts.ShortLinks(
		"https://support.example.com/intl/en-us/api-dis/CreateMrsTransferTask.html", "https://support.example.com/intl/en-us/api-dis/CreateObsTransferTask.html"))
	assert.Equal(t, "none → https://a", texts.ShortLinks("", "https://a"))
	assert.Equal(t, "none", texts.ShortJSON(nil))
	assert.Equal(t, "text", texts.ShortJSON(api.String("text")))
	assert.Equal(t, `["aaaaaaaaaa","bbbbbbbbbb","cccccccccc"…`, texts.ShortJSON(api.Array{api.String("aaaaaaaaaa"), api.String("bbbbbbbbbb"), api.String("cccccccccc"), api.Null{}}))
	for s, want := range map[api.Status]string{api.DefaultStatus: "default", 4: "4XX", 404: "404"} {
		assert.Equal(t, want, texts.Status(s))
	}
}
