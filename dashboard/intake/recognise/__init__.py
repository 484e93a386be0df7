"""Which kind of sheet a table is, and which of its columns is which."""
