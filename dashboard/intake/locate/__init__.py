"""From cells to tables: where headings, rows, titles, totals and notes stand."""
