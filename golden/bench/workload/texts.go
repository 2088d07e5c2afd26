package workload

import "strings"

// texts is a list of n long texts: source code, prose and logs as JSON has them, with an escape every few words.
func texts(n int) []byte {
	m := newMaker(4)
	return listOf("texts", n, func() string {
		var o object
		o.add("title", `"%s"`, m.words(3, 9))
		o.add("body", `"%s"`, m.long(120, 500))
		if m.chance(0.5) {
			o.add("source", `"https:\/\/example.com\/%s\/%d"`, m.word(), m.IntN(10_000))
		}
		o.add("remarks", "%s", m.list(0, 3, func() string { return `"` + m.long(10, 60) + `"` }))
		return o.String()
	})
}

// long is a text of many short parts, with something between them that JSON escapes, or UTF-8.
func (m maker) long(low, high int) string {
	var b strings.Builder
	for range low + m.IntN(high-low+1) {
		b.WriteString(m.words(2, 6))
		b.WriteString(m.pick(`\n`, `\n\t`, `\r\n`, ` \"so\" `, ` C:\\Temp\\ `, ` \u00e4\u00f6\u00fc `, ` \ud83d\ude00 `, ` größer `, ` 数据 `, `, `, `, `, `. `))
	}
	return b.String()
}
