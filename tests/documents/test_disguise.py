"""Words written with letters of other scripts are read by their look; cut and turned text is read as it is seen."""

import pytest

from documents.disguise import by_look
from documents.model import ProblemCode
from documents.normalise import normalise
from documents.read import read_document

PLAIN = "The Provider shall keep the records of the Service for two years and tell the Customer of any loss. "


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        pytest.param(
            "Customer shall nоt distіl the mоdel", "Customer shall not distil the model", id="Cyrillic letters"
        ),
        pytest.param("Ϲustοmer may audit", "Customer may audit", id="Greek letters"),
        pytest.param("may сору Output", "may copy Output", id="a word of Cyrillic letters only"),
        pytest.param("ｔｒａｉｎ a model", "train a model", id="full-width letters"),
        pytest.param("𝐭𝐫𝐚𝐢𝐧 a 𝓂𝑜𝒹𝑒𝓁", "train a model", id="mathematical letters"),
        pytest.param("ᴛʀᴀɪɴ a model", "train a model", id="small capitals"),
        pytest.param("the café of Müller", "the café of Müller", id="accents are Latin"),
        pytest.param("a 5 µm and 10 Ω part", "a 5 µm and 10 Ω part", id="signs of units"),
        pytest.param("Договор (сор) with the Customer", "Договор (сор) with the Customer", id="words that are Russian"),
        pytest.param("第１条 データ", "第１条 データ", id="Japanese keeps its words"),
        pytest.param("Service¹ and m²", "Service¹ and m²", id="superscripts are no letters of the word"),
    ],
)
def test_words_are_read_by_their_look(written: str, seen: str) -> None:
    assert by_look(written) == seen
    assert len(by_look(written)) == len(written)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        pytest.param("tr\u200bain", "train", id="a space without width"),
        pytest.param("tr\u00adain", "train", id="a soft hyphen"),
        pytest.param("tr\ufe0fa\u034fin", "train", id="marks that nobody sees"),
        pytest.param("tr\U000e0061ain", "train", id="tags"),
        pytest.param("may \u202eton\u202c audit", "may not audit", id="turned round"),
    ],
)
def test_marks_that_nobody_sees_change_no_word(written: str, seen: str) -> None:
    assert normalise(written) == seen


def test_disguised_words_are_told_and_stay_as_written() -> None:
    document = read_document(f"{PLAIN}Customer shall nоt distіl the model.".encode(), "a.txt")
    problem = next(each for each in document.problems if each.code is ProblemCode.DISGUISED_TEXT)
    assert "“nоt”, “distіl”" in problem.text
    assert "nоt distіl" in document.blocks[0].text
    assert document.language == "en"


@pytest.mark.parametrize(
    "text",
    [PLAIN, PLAIN + "The loss is 𝑠𝑒 of 𝑡i.", "Поставщик хранит данные два года. " * 9, "当社は記録を保存する。" * 40],
)
def test_an_honest_text_is_not_called_disguised(text: str) -> None:
    document = read_document(text.encode(), "a.txt")
    assert ProblemCode.DISGUISED_TEXT not in {each.code for each in document.problems}
