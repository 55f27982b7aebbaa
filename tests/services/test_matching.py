"""Who is meant by a row: matched by number, identity card or name, and never guessed."""

from datetime import date

from app.domain.periods import Period
from app.domain.problems import Source
from app.domain.roster import Person, Posting
from app.services.taking_in.matching import Directory
from app.sheets.drafts import PersonRef

HERE = Source("数据.xlsx", "民一庭", "B5")
QUARTER = Period.parse("2024Q1")

PEOPLE = (
    Person("007", "苏一", id_number="110101199001011234"),
    Person("P02", "林二"),
    Person("P03", "何三"),
    Person("P04", "何三"),
    Person("P05", "欧阳文五"),
    Person("P06", "阿依古丽·买买提"),
)
POSTINGS = (
    Posting("007", "民一庭", "员额法官", start=date(2020, 1, 1)),
    Posting("P02", "民一庭", "员额法官", start=date(2020, 1, 1), end=date(2023, 12, 31)),
    Posting("P02", "刑一庭", "员额法官", start=date(2024, 1, 1)),
    Posting("P03", "民一庭", "员额法官", start=date(2020, 1, 1)),
    Posting("P04", "办公室", "书记员", start=date(2020, 1, 1)),
    Posting("P05", "办公室", "书记员", start=date(2020, 1, 1)),
)


def directory() -> Directory:
    return Directory(PEOPLE, POSTINGS)


def ref(staff_no: str = "", id_number: str = "", name: str = "", division: str = "") -> PersonRef:
    return PersonRef(staff_no, id_number, name, division, HERE)


def code_of(told: PersonRef, period: Period | None = QUARTER, division: str = "") -> str:
    match = directory().match(told, period, division)
    assert match.problem is not None
    assert match.staff_no == ""
    assert match.problem.source == HERE
    return match.problem.code


def test_a_number_finds_the_person_whatever_the_width_of_its_signs() -> None:
    assert directory().match(ref("ｐ０２")).staff_no == "P02"


def test_a_name_with_inner_blanks_is_the_same_name() -> None:
    assert directory().match(ref("P02", name="林　二")).staff_no == "P02"


def test_a_name_that_disagrees_with_the_number_is_a_fault() -> None:
    assert code_of(ref("P02", name="何三")) == "person-name-differs"


def test_a_number_that_lost_its_zeros_is_told_with_the_person_it_may_be() -> None:
    match = directory().match(ref("7"))
    assert match.problem is not None
    assert match.problem.code == "person-unknown-near"
    assert match.problem.values["candidates"] == "苏一（工号007，民一庭）"


def test_an_unknown_number_is_a_fault() -> None:
    assert code_of(ref("X99")) == "person-unknown"


def test_without_a_number_the_identity_card_decides() -> None:
    assert directory().match(ref(id_number="110101199001011234", name="苏一")).staff_no == "007"


def test_an_unknown_identity_card_is_a_fault_that_names_people_of_the_same_name() -> None:
    assert code_of(ref(id_number="11", name="林二")) == "person-identity-unknown-near"


def test_a_name_and_a_division_find_the_person() -> None:
    assert directory().match(ref(name="何三", division="办公室"), QUARTER).staff_no == "P04"


def test_a_name_that_fits_two_people_is_a_question_with_both() -> None:
    match = directory().match(ref(name="何三"), QUARTER)
    assert match.problem is not None
    assert match.problem.question
    assert match.problem.code == "person-name-twice"
    assert "P03" in match.problem.values["candidates"]
    assert "P04" in match.problem.values["candidates"]


def test_the_division_of_the_sheet_tells_namesakes_apart() -> None:
    assert directory().match(ref(name="何三"), QUARTER, "民一庭").staff_no == "P03"


def test_a_person_who_had_left_the_division_by_then_is_a_question() -> None:
    assert code_of(ref(name="林二", division="民一庭")) == "person-not-in-division"
    assert directory().match(ref(name="林二", division="民一庭"), Period.parse("2023Q4")).staff_no == "P02"


def test_an_unknown_name_is_told_with_names_that_differ_in_one_character() -> None:
    match = directory().match(ref(name="林三"), QUARTER)
    assert match.problem is not None
    assert match.problem.code == "person-name-unknown-near"
    assert "林二" in match.problem.values["candidates"]
    assert code_of(ref(name="没有这人")) == "person-name-unknown"


def test_a_row_that_names_nobody_is_a_fault() -> None:
    assert code_of(ref()) == "person-not-named"


def test_a_word_in_a_case_may_be_a_number_or_a_name_of_any_division() -> None:
    found = directory()
    assert found.match_case_word(ref(name="P02"), QUARTER, "民一庭").staff_no == "P02"
    assert found.match_case_word(ref(name="欧阳文五"), QUARTER, "民一庭").staff_no == "P05"
    assert found.match_case_word(ref(name="何三"), QUARTER, "民一庭").staff_no == "P03"
    assert found.match_case_word(ref(name="何三"), QUARTER, "").problem is not None


def test_somebody_who_had_left_is_a_question_and_tells_since_when() -> None:
    gone = Directory((Person("P9", "周九"),), (Posting("P9", "民一庭", "员额法官", end=date(2023, 12, 31)),))
    match = gone.match(ref("P9"), QUARTER)
    assert match.problem is not None
    assert (match.problem.code, match.problem.question) == ("person-not-in-post", True)
    assert match.problem.values["candidates"] == "周九（工号P9，民一庭，2023-12-31离任）"
    assert gone.match(ref("P9"), Period.parse("2023Q4")).staff_no == "P9"


def test_a_case_of_somebody_who_had_left_is_told_only() -> None:
    gone = Directory((Person("P9", "周九"),), (Posting("P9", "民一庭", "员额法官", end=date(2023, 12, 31)),))
    match = gone.match_case_word(ref(name="周九"), QUARTER, "")
    assert match.staff_no == "P9"
    assert match.problem is not None
    assert match.problem.warning


def test_an_older_form_of_a_character_is_accepted_and_told() -> None:
    match = Directory((Person("P9", "吕布"),), ()).match(ref(name="呂布"))
    assert match.staff_no == "P9"
    assert match.problem is not None
    assert (match.problem.code, match.problem.warning) == ("person-name-variant", True)


def test_a_sheet_of_one_division_does_not_reach_into_another() -> None:
    assert code_of(ref(name="欧阳文五"), division="民一庭") == "person-not-in-division"
    # What the book does not know as a division says nothing: it may be a unit, or the court.
    assert directory().match(ref(name="欧阳文五"), QUARTER, "溪山县人民法院").staff_no == "P05"


def test_a_bare_number_that_may_have_lost_its_zeros_is_a_question_only_where_nothing_stands_beside_it() -> None:
    both = Directory((Person("12", "苏一"), Person("0012", "林二")), ())
    problem = both.match(ref("12")).problem
    assert problem is not None
    assert problem.code == "person-number-twice"
    assert both.match(ref("12", name="苏一")).staff_no == "12"
    assert both.match(ref("0012", name="林二")).staff_no == "0012"


def test_a_lay_assessor_is_left_out_and_told() -> None:
    match = directory().match_case_word(ref(name="何民")._replace(is_lay=True), QUARTER, "")
    assert (match.staff_no, match.problem and match.problem.code) == ("", "lay-assessor")
    assert directory().match_case_word(ref(name="何民"), QUARTER, "").problem is not None


def test_a_note_number_beside_a_name_is_left_out_and_told() -> None:
    match = directory().match(ref(name="苏一①"))
    assert (match.staff_no, match.problem.code if match.problem else "") == ("007", "person-name-remark")
    assert directory().match(ref(name="②林二")).staff_no == "P02"
    assert directory().match(ref(name="林二注1")).staff_no == "P02"


def test_a_name_that_fits_two_people_without_its_mark_is_a_question() -> None:
    assert code_of(ref(name="何三①")) == "person-name-twice"


def test_what_stands_in_brackets_may_tell_two_people_apart() -> None:
    assert code_of(ref(name="苏一（新）")) == "person-name-unknown-near"
    assert code_of(ref(name="苏一2")) == "person-name-unknown-near"
    assert code_of(ref(name="庭长欧阳文五")) == "person-name-unknown-near"


def test_beside_a_number_that_agrees_a_remark_makes_no_difference_and_is_told() -> None:
    match = directory().match(ref("P02", name="林二（借调）"))
    assert (match.staff_no, match.problem.code if match.problem else "") == ("P02", "person-name-remark")
    assert code_of(ref("P02", name="苏一（借调）")) == "person-name-differs"


def test_a_name_that_the_roster_writes_with_a_mark_is_that_name() -> None:
    marked = Directory((*PEOPLE, Person("P09", "苏一①")), POSTINGS)
    assert marked.match(ref(name="苏一①")).staff_no == "P09"


def test_a_part_of_a_rare_name_is_asked_with_whoever_has_it() -> None:
    for name, number in (("阿依古丽", "P06"), ("欧阳(文五)", "P05"), ("欧阳（文五", "P05"), ("苏", "007")):
        match = directory().match(ref(name=name), QUARTER)
        assert match.problem is not None
        assert (match.problem.code, match.problem.values["numbers"]) == ("person-name-unknown-near", number)
    assert code_of(ref(name="钱")) == "person-name-unknown"


def test_a_part_of_a_name_that_many_have_is_no_candidate() -> None:
    many = Directory([Person(f"Q{place}", f"王{sign}") for place, sign in enumerate("甲乙丙丁戊己")], [])
    match = many.match(ref(name="王"))
    assert match.problem is not None
    assert match.problem.code == "person-name-unknown"
