"""Traps of periods, divisions and people."""

from tests.data.corpus.traps import HEAD, LI, PERIOD, THREE, WANG, ZHANG, Expected, data, plain, trap
from tests.data.corpus.writing import excel

trap(
    "031-数据-2024年第二季度.xlsx",
    "the period in the file's name only",
    excel([HEAD, ZHANG, LI, WANG]),
    data(3, values=THREE),
)
trap(
    "032-数据-2024年第一季度.xlsx",
    "the file's name disagrees with the sheet",
    excel(plain(ZHANG)),
    data(1, ("period-name-disagrees", "A1")),
)
trap(
    "033-没有周期.xlsx",
    "no period anywhere",
    excel([HEAD, ZHANG]),
    Expected("数据", None, 1, (("period-missing", ""),)),
)
trap(
    "034-填表日期不是周期.xlsx",
    "a full date is never a period",
    excel([["考核数据表"], ["填表日期：2024年6月30日"], HEAD, ZHANG]),
    Expected("数据", None, 1, (("period-missing", ""),)),
)
trap(
    "035-四到六月.xlsx",
    "a span of months is the quarter",
    excel([["2024年4-6月考核数据"], HEAD, ZHANG]),
    data(1, values={"0001 js": "40"}),
)
trap(
    "036-表里两个周期.xlsx",
    "two periods on one sheet",
    excel([["周期：2024Q2"], ["周期：2024Q3"], HEAD, ZHANG]),
    data(1, ("period-cells-disagree", "A2")),
)
trap(
    "037-部门写在表头上方.xlsx",
    "the division told above decides between namesakes",
    excel([["部门：民一庭", None, "周期：2024年第二季度"], ["姓名", "结案数"], ["张三", 40], ["李四", 30]]),
    data(2, values={"0001 js": "40", "0002 js": "30"}),
)
trap(
    "038-单位是件.xlsx",
    "单位 is a unit, not a division",
    excel([["单位：件", None, "周期：2024Q2"], ["姓名", "结案数"], ["李四", 30]]),
    data(1, values={"0002 js": "30"}),
)

# --- people

trap(
    "039-同名两人.xlsx",
    "a name that fits two people",
    excel([PERIOD, ["姓名", "结案数"], ["张三", 40], ["李四", 30]]),
    data(2, ("person-name-twice", "A3")),
)
trap(
    "040-同名有部门.xlsx",
    "namesakes told apart by their divisions",
    excel([PERIOD, ["姓名", "部门", "结案数"], ["张三", "刑庭", 35], ["张三", "民一庭", 40]]),
    data(2, values={"0005 js": "35", "0001 js": "40"}),
)
trap(
    "041-别的部门的人.xlsx",
    "somebody of another division",
    excel([["部门：民一庭"], PERIOD, ["姓名", "结案数"], ["赵六", 25]]),
    data(1, ("person-not-in-division", "A4")),
)
trap(
    "042-已经离任的人.xlsx",
    "somebody who left before the period",
    excel(plain(["0011", "周九", "民一庭", 5, 0, 90])),
    data(1, ("person-not-in-post", "A3")),
)
trap(
    "043-相近的名字.xlsx",
    "a name that only comes near",
    excel([PERIOD, ["姓名", "结案数"], ["李肆", 30]]),
    data(1, ("person-name-unknown-near", "A3")),
)
trap(
    "044-空格和全角.xlsx",
    "inner blanks and full-width figures",
    excel(plain(["０００１", "张　三", "民一庭", "４０", "２", " 90 "])),
    data(1, values={"0001 js": "40", "0001 my": "90"}),
)
trap(
    "045-字形不同的名字.xlsx",
    "dots and forms of characters in names",
    excel(
        [
            PERIOD,
            ["姓名", "部门", "结案数"],
            ["迪丽热巴•买买提", "执行局", 11],
            ["王龑", "执行局", 12],
            ["呂 布衣", "办公室", 13],
        ]
    ),
    data(3, values={"0007 js": "11", "0008 js": "12", "0009 js": "13"}, told=("person-name-variant",)),
)
trap(
    "046-工号丢了零.xlsx",
    "leading zeros lost",
    excel(plain([1, "张三", "民一庭", 40, 2, 90])),
    data(1, ("person-unknown-near", "A3")),
)
trap(
    "047-工号显示补零.xlsx",
    "a number shown with its zeros",
    excel(plain([1, "张三", "民一庭", 40, 2, 90]), formats={"A3": "0000"}),
    data(1, values={"0001 js": "40"}),
)
trap(
    "048-不在花名册.xlsx",
    "an unknown number",
    excel(plain(["9999", "何许人", "民一庭", 40, 2, 90])),
    data(1, ("person-unknown", "A3")),
)
trap(
    "049-工号姓名不符.xlsx",
    "number and name are of two people",
    excel(plain(["0001", "李四", "民一庭", 40, 2, 90])),
    data(1, ("person-name-differs", "A3")),
)
trap(
    "050-身份证号.xlsx",
    "matched by id number",
    excel([PERIOD, ["身份证号", "姓名", "结案数"], ["110105198502020044", "李四", 30]]),
    data(1, values={"0002 js": "30"}),
)
trap(
    "051-身份证号成了数值.xlsx",
    "an id number that Excel made a number",
    excel([PERIOD, ["身份证号", "姓名", "结案数"], [110105198502020044, "李四", 30]]),
    data(1, ("id-number-damaged", "A3")),
)
trap(
    "052-身份证号末三位是零.xlsx",
    "15 digits kept, as text",
    excel([PERIOD, ["身份证号", "姓名", "结案数"], ["110105198502020000", "李四", 30]]),
    data(1, ("id-number-damaged", "A3")),
)
trap(
    "053-身份证号科学计数.xlsx",
    "scientific notation as text",
    excel([PERIOD, ["身份证号", "姓名", "结案数"], ["1.10105198502020E+17", "李四", 30]]),
    data(1, ("id-number-damaged", "A3")),
)
trap(
    "054-身份证号校验码不对.xlsx",
    "a wrong check sign",
    excel([PERIOD, ["身份证号", "姓名", "结案数"], ["110105198502020042", "李四", 30]]),
    data(1, ("person-identity-unknown-near", "A3"), told=("id-number-check",)),
)
trap(
    "055-一人两行.xlsx",
    "one person twice",
    excel(plain(ZHANG, ["0001", "张三", "民一庭", 41, 2, 90])),
    data(2, ("person-twice", "A4")),
)
trap(
    "056-没有写人.xlsx",
    "a row with figures and nobody",
    excel(plain(ZHANG, [None, None, "民一庭", 30, 1, 88])),
    data(2, ("person-missing", "A4")),
)
trap(
    "110-姓名后面有职务.xlsx",
    "a post in brackets behind the name",
    excel([PERIOD, ["姓名", "结案数"], ["欧阳文（庭长）", 30]]),
    data(1, ("person-name-unknown-near", "A3")),
)
trap(
    "111-工作表名是上季度.xlsx",
    "the sheet's name tells another quarter than its title",
    excel(("2024年第一季度", plain(ZHANG))),
    data(1, ("period-sheet-disagrees", "A1"), sheet="2024年第一季度"),
)
