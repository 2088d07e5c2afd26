package main

// generated returns the types of each workload. When program bench builds this one, a generated file stands in the place of this one.
func generated() map[string]types { return nil }
