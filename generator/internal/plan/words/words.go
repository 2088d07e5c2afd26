package words

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// Sentence ends a text with a full stop.
func Sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":") {
		return s
	}
	return s + "."
}

// StartWith joins the name of a declaration and its description to a sentence that starts with the name, as godoc wants it: "Asks for
// a task" becomes "Request asks for a task", "The type of a task" "Type is the type of a task", "List orders" "ListOrders lists
// orders". What is neither stands behind a colon.
func StartWith(name, text string) string {
	first, rest, _ := strings.Cut(text, " ")
	word := strings.ToLower(first)
	switch {
	case text == "":
		return name + " has no description."
	case strings.HasPrefix(text, name+" "):
		return Sentence(text)
	case word == "a" || word == "an" || word == "the":
		return Sentence(name + " is " + word + " " + rest)
	case verbs[word] != "":
		return Sentence(strings.TrimSpace(name + " " + verbs[word] + " " + rest))
	case strings.HasSuffix(word, "s") && isVerb(word):
		return Sentence(strings.TrimSpace(name + " " + word + " " + rest))
	}
	return Sentence(name + ": " + text)
}

// verbs are the ones that begin summaries in the imperative, with their third person.
var verbs = map[string]string{
	"accept": "accepts", "add": "adds", "apply": "applies", "approve": "approves", "archive": "archives", "assign": "assigns", "attach": "attaches",
	"bind": "binds", "call": "calls", "cancel": "cancels", "change": "changes", "check": "checks", "clear": "clears", "clone": "clones", "close": "closes",
	"compare": "compares", "complete": "completes", "compute": "computes", "configure": "configures", "confirm": "confirms", "connect": "connects",
	"convert": "converts", "copy": "copies", "count": "counts", "create": "creates", "deactivate": "deactivates", "decline": "declines",
	"delete": "deletes", "deploy": "deploys", "detach": "detaches", "disable": "disables", "download": "downloads", "edit": "edits", "enable": "enables",
	"execute": "executes", "export": "exports", "fetch": "fetches", "find": "finds", "generate": "generates", "get": "gets", "give": "gives", "grant": "grants",
	"import": "imports", "insert": "inserts", "install": "installs", "invite": "invites", "invoke": "invokes", "issue": "issues", "list": "lists",
	"load": "loads", "lock": "locks", "log": "logs", "make": "makes", "mark": "marks", "merge": "merges", "modify": "modifies", "move": "moves",
	"obtain": "obtains", "open": "opens", "patch": "patches", "pause": "pauses", "perform": "performs", "post": "posts", "publish": "publishes",
	"put": "puts", "query": "queries", "read": "reads", "reboot": "reboots", "receive": "receives", "refresh": "refreshes", "register": "registers",
	"reject": "rejects", "release": "releases", "remove": "removes", "rename": "renames", "render": "renders", "reopen": "reopens", "replace": "replaces",
	"request": "requests", "rerun": "reruns", "resend": "resends", "reset": "resets", "resolve": "resolves", "restart": "restarts", "restore": "restores",
	"resume": "resumes", "retrieve": "retrieves", "retry": "retries", "return": "returns", "revoke": "revokes", "rotate": "rotates", "run": "runs",
	"save": "saves", "scale": "scales", "schedule": "schedules", "search": "searches", "send": "sends", "set": "sets", "share": "shares", "show": "shows",
	"sign": "signs", "star": "stars", "start": "starts", "stop": "stops", "store": "stores", "stream": "streams", "submit": "submits",
	"subscribe": "subscribes", "suspend": "suspends", "switch": "switches", "sync": "syncs", "take": "takes", "terminate": "terminates", "test": "tests",
	"transfer": "transfers", "trigger": "triggers", "unlock": "unlocks", "unregister": "unregisters", "unstar": "unstars", "unsubscribe": "unsubscribes",
	"update": "updates", "upgrade": "upgrades", "upload": "uploads", "upsert": "upserts", "validate": "validates", "verify": "verifies", "view": "views",
	"watch": "watches", "write": "writes",
	"allow": "allows", "append": "appends", "authenticate": "authenticates", "authorize": "authorizes", "await": "awaits", "begin": "begins",
	"calculate": "calculates", "choose": "chooses", "claim": "claims", "collect": "collects", "commit": "commits", "compile": "compiles",
	"consume": "consumes", "decrypt": "decrypts", "deregister": "deregisters", "detect": "detects", "determine": "determines", "discard": "discards",
	"discover": "discovers", "dismiss": "dismisses", "dispatch": "dispatches", "display": "displays", "emit": "emits", "encrypt": "encrypts",
	"enqueue": "enqueues", "ensure": "ensures", "enumerate": "enumerates", "establish": "establishes", "evaluate": "evaluates", "extend": "extends",
	"extract": "extracts", "finalize": "finalizes", "finish": "finishes", "follow": "follows", "hide": "hides", "ignore": "ignores",
	"initialize": "initializes", "initiate": "initiates", "introspect": "introspects", "join": "joins", "leave": "leaves", "mint": "mints",
	"mute": "mutes", "notify": "notifies", "overwrite": "overwrites", "pay": "pays", "ping": "pings", "populate": "populates", "predict": "predicts",
	"prepare": "prepares", "promote": "promotes", "prune": "prunes", "purge": "purges", "push": "pushes", "rebuild": "rebuilds", "recover": "recovers",
	"redeem": "redeems", "regenerate": "regenerates", "reload": "reloads", "replay": "replays", "reserve": "reserves", "respond": "responds",
	"restrict": "restricts", "retire": "retires", "revert": "reverts", "roll": "rolls", "select": "selects", "simulate": "simulates", "skip": "skips",
	"split": "splits", "summarize": "summarizes", "swap": "swaps", "toggle": "toggles", "tokenize": "tokenizes", "translate": "translates",
	"unarchive": "unarchives", "unassign": "unassigns", "unblock": "unblocks", "unfollow": "unfollows", "uninstall": "uninstalls", "unlink": "unlinks",
	"unmute": "unmutes", "unpin": "unpins", "unpublish": "unpublishes", "use": "uses", "void": "voids", "wait": "waits", "withdraw": "withdraws",
}

// isVerb reports whether word is the third person of a verb that begins descriptions.
func isVerb(word string) bool {
	switch word {
	case "asks", "carries", "contains", "controls", "defines", "describes", "determines", "groups", "has", "holds", "identifies", "indicates", "is", "lets",
		"names", "provides", "represents", "says", "specifies", "tells", "wraps":
		return true
	}
	for _, third := range verbs {
		if third == word {
			return true
		}
	}
	return false
}

// Text is a paragraph in the making.
type Text struct{ Spans gomodel.Text }

// Add adds words.
func (t *Text) Add(words string) *Text {
	if words != "" {
		t.Spans = append(t.Spans, gomodel.Span{Text: words})
	}
	return t
}

// Link adds a link to a declaration, with a star for a pointer, or to a member of it.
func (t *Text) Link(id gomodel.Ident, star bool, member string) *Text {
	t.Spans = append(t.Spans, gomodel.Span{Link: id, Star: star, Member: member})
	return t
}

// Enumerated joins words: "a, b and c".
func Enumerated(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// WithoutText removes the paragraphs that say again what was said.
func WithoutText(doc gomodel.Doc, said string) gomodel.Doc {
	return slices.DeleteFunc(doc, func(para gomodel.Para) bool {
		t, ok := para.(gomodel.Text)
		return ok && t[0].Text == said
	})
}

// Brief returns a value as JSON, but only the size of a list and the kind of an object.
func Brief(v api.Value) string {
	switch v := v.(type) {
	case api.Array:
		if len(v) > 0 {
			return "a list of " + strconv.Itoa(len(v))
		}
	case api.Object:
		if len(v) > 0 {
			return "an object"
		}
	}
	return api.JSON(v)
}
