"""Every code that services raise has its sentence, and every sentence of theirs is raised somewhere."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

from app.messages import SENTENCES
from app.messages.services import SENTENCES as OWN

SOURCES = sorted((Path(__file__).parent.parent.parent / "app").glob("**/*.py"))
SERVICES = [path for path in SOURCES if "services" in path.parts and "messages" not in path.parts]
RAISED = {"Problem", "AppError", "Forbidden", "Damaged"}


def codes_raised(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield str(first.value)


def test_every_code_that_services_raise_has_a_sentence() -> None:
    raised = {code for path in SERVICES for code in codes_raised(path)}
    assert len(raised) > 25
    assert raised - SENTENCES.keys() == set()


def test_every_sentence_of_services_is_raised_somewhere() -> None:
    texts = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES if "messages" not in path.parts)
    assert [code for code in OWN if code.removesuffix("-near") not in texts] == []


def test_every_sentence_says_what_to_do() -> None:
    assert [code for code, (text, remedy) in OWN.items() if not text or not remedy] == []


def test_placeholders_are_words() -> None:
    for code, sentences in OWN.items():
        for text in sentences:
            names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
            assert all(name.isidentifier() for name in names), code
