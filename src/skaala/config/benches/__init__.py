"""What `skaala bench` measures, one file each: a click command called `command`."""
