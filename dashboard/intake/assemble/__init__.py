"""From recognised columns to typed rows, each with its unit and its reporting date."""
