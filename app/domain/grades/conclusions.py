"""考核结论: the words of a year's evaluation and their codes in cadre systems (code table ZB18), and the years before this book.

不确定等次 and 不进行考核 are two different outcomes, neither a grade nor zero; public institutions have words of their own for
the grades below 优秀 (事业单位工作人员考核规定, 2023).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.entries import Origin
from app.domain.words import plain

ZB18 = {
    "1": "优秀",
    "2": "称职",
    "3": "基本称职",
    "4": "不称职",
    "2B": "合格",
    "3B": "基本合格",
    "4B": "不合格",
    "5": "不定等次",
    "5A": "试用期不定等次",
    "5B": "被立案调查尚未结案不定等次",
    "5C": "受政纪处分期间不定等次",
    "6": "不进行考核",
    "6A": "病、事假累计超过考核年度半年不进行考核",
    "6B": "其他原因不进行考核",
    "7": "其他",
}
"""Code → what the table calls it."""

EXCELLENT, COMPETENT, BARELY, UNFIT = "优秀", "称职", "基本称职", "不称职"
UNDETERMINED, NOT_EVALUATED = "不确定等次", "不进行考核"
INSTITUTION_WORDS = {EXCELLENT: EXCELLENT, COMPETENT: "合格", BARELY: "基本合格", UNFIT: "不合格"}
"""The grades of civil servants → those of public institutions."""
_CIVIL_WORDS = {other: word for word, other in INSTITUTION_WORDS.items()}
_SAME = {"不定等次": UNDETERMINED, "未确定等次": UNDETERMINED, "不参加考核": NOT_EVALUATED, "未参加考核": NOT_EVALUATED}
_CODES = {**{word: code for code, word in ZB18.items()}, UNDETERMINED: "5"}
WORDS = (*INSTITUTION_WORDS, *list(INSTITUTION_WORDS.values())[1:], UNDETERMINED, NOT_EVALUATED)
"""Every word that a year's conclusion may be."""


@dataclass(frozen=True, slots=True)
class PastGrade:
    """The conclusion of one person's evaluation in an earlier year; ``code`` after ZB18, ``basis`` the paper that says so."""

    staff_no: str
    year: int
    grade: str
    code: str = ""
    basis: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.staff_no, str(self.year))


def conclusion(text: str) -> str | None:
    """The word that a text writes, spelt as it is in ``WORDS``; None for no such word. A code of the table does too."""
    told = plain(text)
    by_code = ZB18.get(told.upper(), "")
    if by_code:
        told = plain({"5": UNDETERMINED, "6": NOT_EVALUATED}.get(told[0], by_code))
    told = plain(_SAME.get(told, told))
    return next((word for word in WORDS if plain(word) == told), None)


def code_fits(word: str, code: str) -> bool:
    """Whether a code of the table may stand beside the word."""
    return plain(code).upper() in ZB18 and conclusion(code) == word


def code_of(word: str, code: str = "") -> str:
    """The code of a conclusion: the one told, which may be finer (5A), else the word's; 7 for a word that the table lacks."""
    told = plain(code).upper()
    return told if told in ZB18 else _CODES.get(word, "7")


def as_civil_servant(word: str) -> str:
    """The word of a public institution as the civil servants' grade that it stands for; other words as they are."""
    return _CIVIL_WORDS.get(word, word)


def for_institution(word: str) -> str:
    """A grade in the words of a public institution; other words as they are."""
    return INSTITUTION_WORDS.get(word, word)
