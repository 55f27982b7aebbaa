"""The ways to give points, each as the contract's table tells it: value, parameters, full marks, figures → points.

Fractions only; shares no code with the program.
"""

from __future__ import annotations

from fractions import Fraction

OUT = "不适用"


def held(value, floor, ceiling):
    if ceiling is not None:
        value = min(value, ceiling)
    if floor is not None:
        value = max(value, floor)
    return value


def points(gap, step, whole, base):
    """Points for a gap: ``step`` is (length, points, is the length a share of the base)."""
    length, each, relative = step
    if relative:
        length *= base
    steps = gap / length
    return (Fraction(int(steps)) if whole else steps) * each


def completion(value, p, marks, figures):
    if figures["目标"] <= 0:
        return OUT
    return marks * held(Fraction(value) / figures["目标"], p.get("保底", Fraction(0)), p.get("封顶", Fraction(1)))


def more_or_less(value, p, marks, figures):
    base, start = figures["基准"], p.get("基本分", marks)
    if base <= 0:
        return held(start, p.get("保底", Fraction(0)), p.get("封顶"))
    whole = p.get("不足一步", "不计") == "不计"
    score = start
    if value > base and "每高" in p:
        score += points(value - base, p["每高"], whole, base)
    if value < base and "每低" in p:
        score -= points(base - value, p["每低"], whole, base)
    return held(score, p.get("保底", Fraction(0)), p.get("封顶"))


def standard(value, p, marks, figures):
    line = figures["标准"]
    gap = line - value if p["方向"] == "不低于" else value - line
    if gap <= 0:
        return held(marks, p.get("保底", Fraction(0)), None)
    whole = p.get("不足一步", "按比例") == "不计"
    return held(marks - points(gap, p["每差"], whole, line), p.get("保底", Fraction(0)), None)


def interval(value, p, marks, figures):
    whole = p.get("不足一步", "按比例") == "不计"
    score = marks
    if value < figures["下限"] and "每低" in p:
        score -= points(figures["下限"] - value, p["每低"], whole, figures["下限"])
    if value > figures["上限"] and "每高" in p:
        score -= points(value - figures["上限"], p["每高"], whole, figures["上限"])
    return held(score, p.get("保底", Fraction(0)), None)


def bands(value, p, marks, figures):
    for line, score in p["档"]:
        if value >= line:
            return score
    return p["其他"] if p.get("其他") is not None else OUT


RULES = {
    "直接计分": lambda value, p, marks, figures: value,
    "完成率": completion,
    "增减计分": more_or_less,
    "标准扣分": standard,
    "区间计分": interval,
    "分档计分": bands,
    "按件扣分": lambda value, p, marks, f: held(
        marks - p["每件"] * max(Fraction(0), value - p.get("免扣", 0)), p.get("保底", Fraction(0)), None
    ),
    "按件加分": lambda value, p, marks, f: held(p["每件"] * value, None, p.get("封顶", marks)),
    "等次换算": lambda value, p, marks, f: p["换算"][value],
}
