import pytest

from app.ui.input_method import choose_input_method


@pytest.fixture
def plugins(tmp_path):
    folder = tmp_path / "plugins" / "platforminputcontexts"
    folder.mkdir(parents=True)
    (folder / "libibusplatforminputcontextplugin.so").touch()
    return folder.parent


@pytest.fixture
def processes(tmp_path):
    """A made-up /proc without any input method."""
    for number, name in ((1, "init"), (20, "bash")):
        (tmp_path / "proc" / str(number)).mkdir(parents=True)
        (tmp_path / "proc" / str(number) / "comm").write_text(f"{name}\n")
    return tmp_path / "proc"


def chosen(environment, plugins, processes):
    choose_input_method(environment, plugins, processes)
    return environment.get("QT_IM_MODULE")


def test_where_fcitx_is_asked_for_it_is_reached_as_ibus(plugins, processes):
    assert chosen({"QT_IM_MODULE": "fcitx"}, plugins, processes) == "ibus"
    assert chosen({"XMODIFIERS": "@im=fcitx"}, plugins, processes) == "ibus"


def test_where_fcitx_runs_unasked_it_is_reached_as_ibus(plugins, processes):
    (processes / "77").mkdir()
    (processes / "77" / "comm").write_text("fcitx5\n")
    assert chosen({}, plugins, processes) == "ibus"


def test_a_plugin_made_for_fcitx_is_used_where_there_is_one(plugins, processes):
    (plugins / "platforminputcontexts" / "libfcitx5platforminputcontextplugin.so").touch()
    assert chosen({"QT_IM_MODULE": "fcitx"}, plugins, processes) == "fcitx"


def test_any_other_wish_stays(plugins, processes):
    assert chosen({"QT_IM_MODULE": "compose", "XMODIFIERS": "@im=fcitx"}, plugins, processes) == "compose"
    assert chosen({}, plugins, processes) is None


def test_a_process_that_cannot_be_looked_at_stops_nothing(plugins, processes):
    (processes / "88" / "comm").mkdir(parents=True)
    assert chosen({}, plugins, processes) is None
