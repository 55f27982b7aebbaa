import re
from pathlib import Path

from app.messages.storage import SENTENCES

STORAGE = Path(__file__).parents[2] / "app" / "storage"
RAISED = re.compile(r'(?:AppError|Forbidden|Damaged|Problem|Refused|Barred)\(\s*(?:tuple\(problems\), )?"([a-z-]+)"')


def test_every_code_has_its_sentence_and_every_sentence_its_code() -> None:
    raised = {code for file in STORAGE.rglob("*.py") for code in RAISED.findall(file.read_text(encoding="utf-8"))}
    assert raised == set(SENTENCES)


def test_every_sentence_says_what_to_do() -> None:
    assert all(text.endswith(("。", "{value}")) and remedy.endswith("。") for text, remedy in SENTENCES.values())
