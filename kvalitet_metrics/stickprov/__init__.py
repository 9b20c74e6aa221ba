"""A planned review (egenkontroll): how many cases, which, and why those: a sample that can be drawn again."""

from kvalitet_metrics.stickprov.arenden import ARENDEN, fragan, kalla
from kvalitet_metrics.stickprov.dragning import Stickprov, dra
from kvalitet_metrics.stickprov.ord import behov, forutsatter, osakerhet

__all__ = ["ARENDEN", "Stickprov", "behov", "dra", "forutsatter", "fragan", "kalla", "osakerhet"]
