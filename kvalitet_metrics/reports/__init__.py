"""Files to take along: the table that was seen (workbook or text), receipts, templates, review forms."""

from kvalitet_metrics.reports.excel import arbetsbok
from kvalitet_metrics.reports.granskning import granskningsbok
from kvalitet_metrics.reports.kommatext import kommatext
from kvalitet_metrics.reports.kvitto import kvittobok
from kvalitet_metrics.reports.mall import mallbok

__all__ = ["arbetsbok", "granskningsbok", "kommatext", "kvittobok", "mallbok"]
