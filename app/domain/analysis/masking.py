"""Names as they leave the court: 张某某, no two people alike.

After 最高人民法院《关于人民法院在互联网公布裁判文书的规定》(2016) art. 9: the surname stays, the given name becomes 某, and where
that makes two people alike, an Arabic figure behind the name tells them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from app.domain.roster import staff_no_order

_DOUBLES = (
    "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶太叔申屠公孙慕容"
    "仲孙钟离长孙宇文司徒鲜于司空闾丘子车亓官司寇巫马公西颛孙壤驷公良漆雕乐正宰父谷梁拓跋夹谷轩辕令狐"
    "段干百里呼延东郭南门羊舌微生梁丘左丘东门西门第五"
)
_DOUBLE = frozenset(_DOUBLES[at : at + 2] for at in range(0, len(_DOUBLES), 2))
"""Surnames of two characters."""
_SIGNS = "·•．."


def masked_names(names: Mapping[str, str]) -> dict[str, str]:
    """Staff number → masked name, for everybody; whose masked names would be alike get 1, 2, 3 in the order of 工号."""
    bare = {staff_no: masked(names[staff_no]) for staff_no in sorted(names, key=staff_no_order)}
    often = Counter(bare.values())
    taken: Counter[str] = Counter()
    told = {}
    for staff_no, name in bare.items():
        taken[name] += 1
        told[staff_no] = f"{name}{taken[name]}" if often[name] > 1 else name
    return told


def masked(name: str) -> str:
    """One name masked: the surname (of two characters where it is one of those), then a 某 for each character left out."""
    bare = "".join(name.split())
    if any(sign in bare for sign in _SIGNS):
        return f"{bare[0]}某某"
    surname = bare[:2] if bare[:2] in _DOUBLE and len(bare) > 2 else bare[:1]
    return surname + "某" * max(1, min(2, len(bare) - len(surname)))
