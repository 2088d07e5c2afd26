package main

// An object is a JSON object. Numbers in it are json.Number: their texts must arrive in the document as the suite has them.
type object = map[string]any
