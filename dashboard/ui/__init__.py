"""What pages are made of: the day and unit chosen, queries asked, tables and plots drawn."""
