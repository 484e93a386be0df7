"""What a row must hold: required cells, and cells that contradict one another."""
