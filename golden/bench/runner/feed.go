package main

// feed is what people write by hand for the notices: the members of all variants in one struct.
type feed struct {
	Notices []notice `json:"notices"`
}

type notice struct {
	Kind   string   `json:"kind"`
	ID     int64    `json:"id"`
	Title  *string  `json:"title,omitempty"`
	Fields []change `json:"fields,omitempty"`
	Reason *string  `json:"reason,omitempty"`
	By     source   `json:"by"`
}

type change struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type source struct {
	Email  *string `json:"email,omitempty"`
	Person *int64  `json:"person,omitempty"`
	Job    *string `json:"job,omitempty"`
	Run    *int64  `json:"run,omitempty"`
}
