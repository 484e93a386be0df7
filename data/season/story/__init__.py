"""What happens in the season: typed rows for every unit and day, without any sheet."""
