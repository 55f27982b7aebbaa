"""Sentences of the codes that reports raises."""

SENTENCES: dict[str, tuple[str, str]] = {
    "report-character-missing": (
        "{characters} 这几个字随程序带的字库都没有，印出来会是空白，因此没有生成 {file}。它们在：{places}",
        "请在花名册或来源表里改用能印的写法（如通行的同音字并加备注），重新导入后再生成。",
    ),
    "report-file-in-use": (
        "{file} 写不进去：多半正在 PDF 阅读器里开着，或者文件夹不许写。",
        "请关闭阅读器里的这个文件，确认文件夹可以写，再做一次；原来的文件没有动。",
    ),
    "report-not-written": (
        "{file} 没有写成：{reason}。",
        "请确认文件夹还在、磁盘还有空间，再做一次；原来的文件没有动。",
    ),
}
