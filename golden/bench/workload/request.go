package workload

import "bytes"

// request is the example that the page of the service shows, as it shows it.
func request() []byte {
	return []byte(`{
  "destination_type" : "MRS",
  "mrs_destination_descriptor" : {
    "task_name" : "mrstask",
    "consumer_strategy" : "LATEST",
    "agency_name" : "dis_admin_agency",
    "destination_file_type" : "text",
    "mrs_cluster_id" : "f8123fa6-99f1-4ed9-83f4-c827c7277d41",
    "mrs_cluster_name" : "mrscluster",
    "mrs_hdfs_path" : "/user",
    "obs_bucket_path" : "obsbucket",
    "file_prefix" : "",
    "hdfs_prefix_folder" : "",
    "deliver_time_interval" : 30,
    "retry_duration" : 1800
  }
}
`)
}

// compactRequest is the same as a program would write it: no string in it has a space.
func compactRequest() []byte { return bytes.Join(bytes.Fields(request()), nil) }
