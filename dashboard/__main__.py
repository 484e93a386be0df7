"""``python -m dashboard`` is ``dudao``."""

from dashboard.cli import main

if __name__ == "__main__":
    main()
