package dis_test

import (
	"slices"
	"strings"
)

// The boundary values of the page. The row in front is that of
// spec/dis/README.md; its part before the slash is the field.

func pathCases() []ruleCase {
	return slices.Concat(
		ok("project_id/mandatory", quote(project), `"p"`, `"a b"`),
		bad("project_id/mandatory", "required", `""`),
		bad("project_id/mandatory", "path segment", `"."`, `".."`),
		ok("stream_name/mandatory", `"s"`, `"my stream"`, `"a/b"`, `"..."`, `".s"`),
		bad("stream_name/mandatory", "required", `""`),
		bad("stream_name/mandatory", "path segment", `"."`, `".."`),
		ok("stream_name/maximum", quote(strings.Repeat("s", 59)), quote(strings.Repeat("s", 60)),
			quote(strings.Repeat("é", 60)), quote(strings.Repeat("😀", 60))),
		bad("stream_name/maximum", "maxLength", quote(strings.Repeat("s", 61)), quote(strings.Repeat("s", 64)),
			quote(strings.Repeat("é", 61)), quote(strings.Repeat("😀", 61))),
	)
}

func topCases() []ruleCase {
	const row = "example/request"
	return slices.Concat(
		okIn(row, "", pageBody(), " \t\r\n"+pageBody()+"\n", `{"mrs_destination_descriptor":`+descriptor("", "")+`,"destination_type":"MRS"}`,
			`{"destination\u005ftype":"\u004dRS"}`, `{"destination_type":"MRS","obs_destination_descriptor":{"a":[1,{}]}}`),
		badIn(row, "", `[]`, " type"),
		badIn(row, "", `null`, " type"),
		badIn(row, "", `"MRS"`, " type"),
		badIn(row, "", `1`, " type"),
		badIn(row, "", `true`, " type"),
		badIn(row, "", `{"destination_type":"MRS","destination_type":"MRS"}`, "/destination_type duplicate"),
		badIn(row, "", `{"destination_type":"MRS","destination\u005ftype":"MRS"}`, "/destination_type duplicate"),
		badIn(row, "", `{"destination_type":"MRS","x":1,"x":1}`, "/x duplicate"),
		badIn(row, "", `{"destination_type":"MRS","x":{"y":1,"y":1}}`, "/x/y duplicate"),

		bad("destination_type/mandatory", "required", absent),
		badIn("destination_type/mandatory", "", `{}`, "/destination_type required"),
		badIn("destination_type/mandatory", "", `{"Destination_Type":"MRS"}`, "/destination_type required"),
		ok("destination_type/mandatory", `"MRS"`),
		ok("destination_type/type", `"MRS"`),
		bad("destination_type/type", "type", `null`, `1`, `true`, `["MRS"]`, `{"MRS":1}`),
		ok("destination_type/enumeration", `"MRS"`, `"\u004d\u0052\u0053"`),
		bad("destination_type/enumeration", "enum", `"OBS"`, `"DLI"`, `"CLOUDTABLE"`, `"DWS"`, `"NOWHERE"`, `"mrs"`, `"MRS "`, `" MRS"`, `""`, `"MRS\u0000"`),

		ok("mrs_destination_descriptor/mandatory", absent, descriptor("", "")),
		bad("mrs_destination_descriptor/mandatory", "type", `null`),
		ok("mrs_destination_descriptor/type", descriptor("", "")),
		bad("mrs_destination_descriptor/type", "type", `[]`, `[`+descriptor("", "")+`]`, `"x"`, `0`, `false`),
	)
}

func taskNameCases() []ruleCase {
	const all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	return slices.Concat(
		ok("task_name/mandatory", `"mrstask"`),
		bad("task_name/mandatory", "required", absent),
		ok("task_name/type", `"1"`),
		bad("task_name/type", "type", `null`, `1`, `true`, `[]`, `{}`, `["a"]`),
		ok("task_name/characters", quote(all), `"-"`, `"_"`, `"0"`, `"A"`, `"z"`, `"-a"`),
		bad("task_name/characters", "pattern", `" "`, `"a b"`, `"a.b"`, `"a/b"`, `"a\\b"`, `"a:b"`, `"a\n"`, `"\na"`, `"a\u0000"`, `"é"`, `"任务"`,
			`"１"`, `"a\u200b"`, `"@"`, `"["`, "\"`\"", `"{"`, `"+"`, `"😀"`),
		ok("task_name/length", `"a"`, quote(strings.Repeat("a", 63)), quote(strings.Repeat("a", 64))),
		bad("task_name/length", "minLength,pattern", `""`),
		bad("task_name/length", "maxLength,pattern", quote(strings.Repeat("a", 65)), quote(strings.Repeat("é", 65))),
		bad("task_name/length", "pattern", quote(strings.Repeat("é", 64))),
	)
}

func agencyNameCases() []ruleCase {
	return slices.Concat(
		ok("agency_name/mandatory", `"dis_admin_agency"`),
		bad("agency_name/mandatory", "required", absent),
		ok("agency_name/type", `"7"`),
		bad("agency_name/type", "type", `null`, `7`, `false`, `{}`),
		ok("agency_name/specified", `"a"`, `" "`, `"é"`),
		bad("agency_name/specified", "minLength", `""`),
		ok("agency_name/maximum", quote(strings.Repeat("a", 63)), quote(strings.Repeat("a", 64)), quote(strings.Repeat("é", 64)),
			quote(strings.Repeat("😀", 33)), quote(strings.Repeat("😀", 64)), quote(strings.Repeat("e\u0301", 32))),
		bad("agency_name/maximum", "maxLength", quote(strings.Repeat("a", 65)), quote(strings.Repeat("é", 65)),
			quote(strings.Repeat("😀", 65)), quote(strings.Repeat("e\u0301", 33))),
	)
}

func intervalCases() []ruleCase {
	return slices.Concat(
		ok("deliver_time_interval/mandatory", `30`),
		bad("deliver_time_interval/mandatory", "required", absent),
		ok("deliver_time_interval/type", `30.0`, `3e1`, `3E+1`, `300e-1`, `9.00e2`),
		bad("deliver_time_interval/type", "type", `null`, `"300"`, `""`, `true`, `30.5`, `1e-1`, `[30]`, `{}`),
		bad("deliver_time_interval/type", "format", `2147483648`, `3000000000`, `-2147483649`, `1e12`),
		ok("deliver_time_interval/minimum", `30`, `31`),
		bad("deliver_time_interval/minimum", "minimum", `29`, `0`, `-0`, `1`, `-30`, `-2147483648`),
		ok("deliver_time_interval/maximum", `899`, `900`, `300`),
		bad("deliver_time_interval/maximum", "maximum", `901`, `9000`, `2147483647`),
	)
}

func strategyCases() []ruleCase {
	return slices.Concat(
		ok("consumer_strategy/mandatory", absent, `"LATEST"`),
		bad("consumer_strategy/mandatory", "type", `null`),
		ok("consumer_strategy/type", `"LATEST"`),
		bad("consumer_strategy/type", "type", `1`, `true`, `["LATEST"]`, `{}`),
		ok("consumer_strategy/enumeration", `"LATEST"`, `"TRIM_HORIZON"`),
		bad("consumer_strategy/enumeration", "enum", `"latest"`, `"TRIM-HORIZON"`, `"EARLIEST"`, `""`, `"LATEST "`, `"LATEST,TRIM_HORIZON"`),
	)
}

// Fields of which the page says no more than that they are mandatory strings.
func clusterCases() []ruleCase {
	var list []ruleCase
	for _, field := range []string{"mrs_cluster_name", "mrs_cluster_id", "mrs_hdfs_path", "obs_bucket_path"} {
		list = slices.Concat(list,
			ok(field+"/mandatory", `"x"`, `""`),
			bad(field+"/mandatory", "required", absent),
			ok(field+"/type", `"/a b/é"`, quote(strings.Repeat("x", 1000))),
			bad(field+"/type", "type", `null`, `1`, `[]`),
		)
	}
	return list
}

func filePrefixCases() []ruleCase {
	return slices.Concat(
		ok("file_prefix/mandatory", absent, `""`),
		bad("file_prefix/mandatory", "type", `null`),
		ok("file_prefix/type", `"0"`),
		bad("file_prefix/type", "type", `0`, `false`, `["a"]`, `{}`),
		ok("file_prefix/start", `"a/b/c_1"`, `"a/"`, `"a//b"`, `"_/a"`, `"9"`),
		bad("file_prefix/start", "pattern", `"/"`, `"//"`, `"/a"`, `"/a/b"`),
		ok("file_prefix/length", quote(strings.Repeat("a", 49)), quote(strings.Repeat("a", 50)), quote(strings.Repeat("a", 49)+"/")),
		bad("file_prefix/length", "maxLength", quote(strings.Repeat("a", 51)), quote(strings.Repeat("a", 50)+"/")),
		bad("file_prefix/length", "maxLength,pattern", quote("/"+strings.Repeat("a", 50)), quote(strings.Repeat("é", 51))),
		ok("file_prefix/characters", `"AZaz09_/"`, `"a"`),
		bad("file_prefix/characters", "pattern", `"a-b"`, `"a b"`, `" "`, `"a.b"`, `"a\\b"`, `"a\n"`, `"a\n/b"`, `"é"`, `"a\u0000"`, `"a/é"`, `"目录"`, `"a\u2215b"`),
	)
}

func folderCases() []ruleCase {
	return slices.Concat(
		ok("hdfs_prefix_folder/mandatory", absent, `""`),
		bad("hdfs_prefix_folder/mandatory", "type", `null`),
		ok("hdfs_prefix_folder/type", `"1"`),
		bad("hdfs_prefix_folder/type", "type", `1`, `true`, `[]`),
		ok("hdfs_prefix_folder/length", `""`, `"a/b"`, `"/tmp"`, `"a b-é.目录"`, quote(strings.Repeat("a", 50)), quote(strings.Repeat("é", 50)), quote(strings.Repeat("😀", 50))),
		bad("hdfs_prefix_folder/length", "maxLength", quote(strings.Repeat("a", 51)), quote(strings.Repeat("é", 51)), quote(strings.Repeat("😀", 51))),
	)
}

func retryTextCases() []ruleCase {
	return slices.Concat(
		ok("retry_duration/mandatory", absent, `"1800"`),
		bad("retry_duration/mandatory", "oneOf", `null`),
		ok("retry_duration/type", `"1800"`, `1800`),
		bad("retry_duration/type", "oneOf", `true`, `false`, `[1800]`, `[]`, `{}`, `["1800"]`),
		ok("retry_duration/range", `"0"`, `"1"`, `"9"`, `"10"`, `"99"`, `"100"`, `"999"`, `"1000"`, `"1800"`, `"5999"`, `"6000"`, `"6999"`,
			`"7000"`, `"7099"`, `"7100"`, `"7199"`, `"7200"`, `"\u0030"`),
		bad("retry_duration/range", "pattern", `"7201"`, `"7202"`, `"7209"`, `"7210"`, `"7300"`, `"7999"`, `"8000"`, `"9999"`, `"10000"`, `"72000"`, `"-1"`, `"-0"`, `"+1"`,
			`""`, `" "`, `" 0"`, `"0 "`, `"0\n"`, `"00"`, `"01"`, `"007200"`, `"1e3"`, `"1.0"`, `"1800.5"`, `"0x10"`, `"1,800"`, `"1800s"`, `"abc"`, `"NaN"`, `"１"`, `"٣"`,
			`"null"`, `"99999999999999999999"`),
	)
}

func retryNumberCases() []ruleCase {
	const row = "retry_duration/range-integer"
	return slices.Concat(
		ok(row, `0`, `-0`, `1`, `99`, `1799`, `1800`, `7199`, `7200`, `0.0`, `7.2e3`, `7200.00`, `72000e-1`),
		bad(row, "minimum", `-1`, `-7200`, `-2147483648`),
		bad(row, "maximum", `7201`, `7300`, `72000`, `2147483647`, `7.201e3`),
		bad(row, "format", `2147483648`, `-2147483649`, `1e10`),
		bad("retry_duration/type", "oneOf", `1800.5`, `0.1`, `-0.5`, `7200.0001`, `1e-3`),
	)
}

func undocumentedCases() []ruleCase {
	return slices.Concat(
		ok("destination_file_type/example", `"text"`, absent, `""`, `"parquet"`, `"carbon"`),
		bad("destination_file_type/example", "type", `null`, `1`, `true`),
		okIn("example/request", "compression_format", `"zip"`, `null`, `{"a":{"b":[]}}`),
	)
}

// Several rules at once are all reported.
func severalCases() []ruleCase {
	missing := []string{}
	for _, name := range []string{"task_name", "agency_name", "deliver_time_interval", "mrs_cluster_name", "mrs_cluster_id", "mrs_hdfs_path", "obs_bucket_path"} {
		missing = append(missing, nested+"/"+name+" required")
	}
	broken := strings.NewReplacer(`"mrstask"`, `"no spaces"`, `:30,`, `:901,`, `:1800`, `:"7201"`, `"LATEST"`, `"SOON"`, `"file_prefix":""`, `"file_prefix":"/x"`,
		`"dis_admin_agency"`, `""`, `"MRS"`, `"OBS"`).Replace(pageBody())
	wrong := strings.NewReplacer(`"mrstask"`, `7`, `:30,`, `:"30",`, `:1800`, `:[]`, `"LATEST"`, `{}`).Replace(pageBody())
	return slices.Concat(
		badIn("mrs_destination_descriptor/type", "mrs_destination_descriptor", `{}`, missing...),
		badIn("example/request", "", `{"mrs_destination_descriptor":{}}`, append(missing, "/destination_type required")...),
		badIn("example/request", "", broken, "/destination_type enum", nested+"/task_name pattern", nested+"/agency_name minLength",
			nested+"/deliver_time_interval maximum", nested+"/consumer_strategy enum", nested+"/file_prefix pattern", nested+"/retry_duration pattern"),
		badIn("example/request", "", wrong, nested+"/task_name type", nested+"/deliver_time_interval type",
			nested+"/retry_duration oneOf", nested+"/consumer_strategy type"),
	)
}
