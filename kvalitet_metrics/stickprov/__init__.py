"""A planned review (egenkontroll): how many cases, which, and why those: a sample that can be drawn again."""

from kvalitet_metrics.stickprov.arenden import ARENDEN, fragan, kalla
from kvalitet_metrics.stickprov.dragning import Stickprov, dra
from kvalitet_metrics.stickprov.ord import SAKERHET, behov, osakerhet

__all__ = ["ARENDEN", "SAKERHET", "Stickprov", "behov", "dra", "fragan", "kalla", "osakerhet"]
