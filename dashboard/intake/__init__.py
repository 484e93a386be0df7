"""From a file's bytes to typed rows: read, locate, recognise, clean, check."""
