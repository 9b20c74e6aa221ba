"""The app: its menu and nothing else. Start it with `python -m kvalitet_metrics run`."""

from kvalitet_metrics.ui import layout

layout.meny()
