"""Files to take along: the table that was seen, as a workbook or as text with semicolons, and receipts."""

from kvalitet_metrics.reports.excel import arbetsbok
from kvalitet_metrics.reports.kommatext import kommatext
from kvalitet_metrics.reports.kvitto import kvittobok

__all__ = ["arbetsbok", "kommatext", "kvittobok"]
