"""One module a page: rows of its queries in, a Plotly figure out."""
