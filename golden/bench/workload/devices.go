package workload

import (
	"fmt"
	"strings"
)

// The members of a device, by the kind of their values.
const (
	deviceStrings = "serial model maker series owner department site building room rack invoice supplier contract os os_version kernel " +
		"file_system hostname domain address gateway mask hardware_address comment"
	deviceIntegers = "id cycles memory swap disk disk_free bytes_in bytes_out packets_in packets_out errors_in errors_out uptime"
	deviceSmall    = "floor slot cores threads partitions ports processes users"
	deviceNumbers  = "width height depth weight power voltage current frequency temperature humidity pressure noise battery charge price clock load"
	deviceTimes    = "created_at changed_at bought_at checked_at warranty_until"
	deviceFlags    = "active locked managed encrypted backed_up monitored"
	deviceLists    = "tags groups services"
)

// devices is a list of n devices, each with about three of four possible members, in an order of its own.
func devices(n int) []byte {
	m := newMaker(5)
	return listOf("devices", n, m.device)
}

func (m maker) device() string {
	var o object
	each := func(names string, value func() string) {
		for name := range strings.FieldsSeq(names) {
			if m.chance(0.75) {
				o.add(name, "%s", value())
			}
		}
	}
	each(deviceStrings, func() string { return `"` + m.words(1, 3) + `"` })
	each(deviceIntegers, func() string { return fmt.Sprint(m.Int64N(1 << m.IntN(40))) })
	each(deviceSmall, func() string { return fmt.Sprint(m.IntN(100)) })
	each(deviceNumbers, func() string { return fmt.Sprint(float64(m.IntN(1_000_000)) / 1000) })
	each(deviceTimes, func() string { return `"` + m.time() + `"` })
	each(deviceFlags, func() string { return fmt.Sprint(m.chance(0.5)) })
	each(deviceLists, func() string { return m.list(0, 4, func() string { return `"` + m.word() + `"` }) })
	each("color", func() string { return `"` + m.pick("black", "white", "silver", "blue") + `"` })
	each("condition", func() string { return `"` + m.pick("fresh", "used", "refurbished", "broken") + `"` })
	each("currency", func() string { return `"` + m.pick("EUR", "USD", "CNY") + `"` })
	each("architecture", func() string { return `"` + m.pick("amd64", "arm64", "riscv64") + `"` })
	m.Shuffle(len(o.members), func(i, j int) { o.members[i], o.members[j] = o.members[j], o.members[i] })
	return o.String()
}
