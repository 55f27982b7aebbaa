"""The macro that LibreOffice runs: a file of lines, each a word and its arguments with tabs between them.

``open FILE`` · ``put SHEET CELL TEXT`` (sheet from 0; as typed in) · ``recalculate`` · ``save FILE FILTER`` · ``close``.
What it could not do stands in FILE.error afterwards, what it did in FILE.done.
"""

MODULE = "Hengji"

_BASIC = """
Sub Work(job As String)
  On Error GoTo Failed
  Dim n As Integer, m As Integer, told As String, parts, doc, cell
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = False
  kind(0).Name = "FilterName"
  n = FreeFile
  Open job For Input As #n
  Do While Not Eof(n)
    Line Input #n, told
    parts = Split(told, Chr(9))
    Select Case parts(0)
    Case "open"
      doc = StarDesktop.loadComponentFromURL(ConvertToURL(parts(1)), "_blank", 0, hidden())
    Case "put"
      cell = doc.Sheets.getByIndex(CInt(parts(1))).getCellRangeByName(parts(2))
      cell.FormulaLocal = parts(3)
    Case "recalculate"
      doc.calculateAll()
    Case "save"
      kind(0).Value = parts(2)
      doc.storeToURL(ConvertToURL(parts(1)), kind())
    Case "close"
      doc.close(True)
    End Select
  Loop
  Close #n
  m = FreeFile
  Open job &amp; ".done" For Output As #m
  Close #m
  StarDesktop.terminate()
  Exit Sub
Failed:
  m = FreeFile
  Open job &amp; ".error" For Output As #m
  Print #m, Error$ &amp; ": " &amp; told
  Close #m
  StarDesktop.terminate()
End Sub
"""
_OFFICE = "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"
_LIBRARY = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:library PUBLIC "{_OFFICE}" "library.dtd">\n'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">{}</library:library>\n'
)

PARTS = {
    "script.xlb": _LIBRARY.format(f'<library:element library:name="{MODULE}"/>'),
    "dialog.xlb": _LIBRARY.format(""),
    f"{MODULE}.xba": (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC "{_OFFICE}" "module.dtd">\n'
        '<script:module xmlns:script="http://openoffice.org/2000/script" '
        f'script:name="{MODULE}" script:language="StarBasic">{_BASIC}</script:module>\n'
    ),
}
"""The files of the macro library, by name."""
