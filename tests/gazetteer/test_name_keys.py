"""Names that are the same name have the same key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.gazetteer import name_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        pytest.param("Kyiv", "kyiv", id="case"),
        pytest.param("Al-Bayda", "al bayda", id="hyphen"),
        pytest.param("Sana'a", "sanaa", id="straight apostrophe"),
        pytest.param("Khar’kov", "kharkov", id="curly apostrophe"),
        pytest.param("Taʿizz", "taizz", id="ayn"),
        pytest.param("U.S.", "u s", id="dots"),
        pytest.param("Washington, D.C.", "washington d c", id="comma"),
        pytest.param("São  Paulo", "sao paulo", id="accent and spaces"),
        pytest.param("Łódź", "lodz", id="stroke"),
        pytest.param("Київ", "kyiv", id="Ukrainian"),
        pytest.param("Киев", "kiev", id="Russian"),
        pytest.param("Харків", "kharkiv", id="Ukrainian i"),
        pytest.param("Орёл", "orel", id="yo"),
        pytest.param("Магілёў", "magileu", id="Belarusian"),
        pytest.param("בֵּירוּת", "בירות", id="Hebrew points"),
        pytest.param("東京", "東京", id="other scripts stay"),
        pytest.param("\u200eGaza\u200f", "gaza", id="direction marks"),
        pytest.param("Ga\ud800za\x00", "gaza", id="lone surrogate and NUL"),
        pytest.param("...", "", id="nothing"),
    ],
)
def test_the_key_of(name: str, key: str) -> None:
    assert name_key(name) == key


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text())
def test_a_key_has_single_spaces_and_can_be_stored(name: str) -> None:
    key = name_key(name)
    assert key == " ".join(key.split())
    key.encode()


def test_a_megabyte_without_a_space_has_a_key() -> None:
    assert len(name_key("Ж" * 1_000_000)) == 2_000_000
