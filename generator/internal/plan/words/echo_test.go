package words

import "testing"

func TestEchoes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"UserMessage", "UserMessage", true},
		{"UserMessageContent", "Content", true},
		{"AgentVersion", "Agent version.", true},
		{"ApiEndpoint", "API endpoint", true},
		{"UserMessage", "A message of a user", false},
		{"UserMessage", "", false},
		{"Content", "User Message Content", false},
	} {
		if got := Echoes(c.name, c.text); got != c.want {
			t.Errorf("Echoes(%q, %q) = %v", c.name, c.text, got)
		}
	}
}
