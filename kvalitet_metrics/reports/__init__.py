"""Files to take along: the table that was seen (workbook or text), receipts, and templates for exports."""

from kvalitet_metrics.reports.excel import arbetsbok
from kvalitet_metrics.reports.kommatext import kommatext
from kvalitet_metrics.reports.kvitto import kvittobok
from kvalitet_metrics.reports.mall import mallbok

__all__ = ["arbetsbok", "kommatext", "kvittobok", "mallbok"]
