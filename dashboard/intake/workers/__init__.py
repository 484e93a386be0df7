"""Worker processes that read files, so that a hostile one costs a process and nothing else."""
