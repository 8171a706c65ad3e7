listen "127.0.0.1:{port}", tcp_nopush: false
worker_processes 2
timeout 15
working_directory "{dir}"
