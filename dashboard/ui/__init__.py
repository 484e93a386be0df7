"""What pages are made of: the day and unit chosen, queries asked, tables and plots drawn."""

WORKSPACE_VARIABLE = "DUDAO_WORKSPACE"
"""Names the workspace to the page scripts, which Streamlit runs by path."""
