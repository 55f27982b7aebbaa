"""复算: sheets with living formulas, by which any spreadsheet program works out every total once more, to the last digit.

``pages`` what a page is made of; ``expressions`` and ``rules`` tell the scheme's formulas and 计分方式 in spreadsheet
functions; ``data_page`` everybody with the figures that went in, ``detail_page`` the cases and events behind them,
``set_page`` the scores of one indicator set, ``overview`` what the program has beside what the formulas give;
``build`` makes them all, ``writing`` writes them.

Spreadsheets reckon with binary floats. So whatever is rounded is rounded twice: first to a digit where only the float's
own error is lost (``pages.rounded``), then to the scheme's 小数位; and whatever is compared is compared by its rounded
difference.
"""
