"""Vendors are parted into folds once, and the test fold holds nobody that the rules were written with."""

import pytest

from training.corpus import FOLDS, LABEL_FILES, SETS, TEST_FOLD, companies_in_view, company_of, fold_of, vendor_of


@pytest.mark.parametrize(
    ("name", "vendor"),
    [
        ("ota--OpenRouter--Terms_of_Service", "openrouter"),
        ("ota-contrib--O'Reilly--Terms_of_Service", "o_reilly"),
        ("ota--DALL·E--Terms_of_Service", "dall_e"),
        ("excerpts--App_Store", "app_store"),
        ("Meta_Llama--Llama_3_Licence_and_Policy", "meta_llama"),
    ],
)
def test_a_document_is_its_vendors(name: str, vendor: str) -> None:
    assert vendor_of(name) == vendor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ota-contrib--Instagram--Terms_of_Service", "Meta_Llama--Llama_3_Licence_and_Policy"),
        ("ota--DALL·E--Terms_of_Service", "OpenAI--Business_Terms"),
        ("excerpts--Amazon_com", "Amazon_Alexa--Program_Requirements"),
        ("ota-contrib--The_Guardian--Terms_of_Service", "excerpts--The_Guardian"),
    ],
)
def test_documents_of_one_company_share_a_fold(one: str, other: str) -> None:
    assert company_of(one) == company_of(other)
    assert fold_of(company_of(one)) == fold_of(company_of(other))


def test_no_company_in_view_is_in_the_test_fold() -> None:
    assert len(companies_in_view()) > 100
    assert all(1 <= fold_of(company) < FOLDS for company in companies_in_view())


def test_every_company_out_of_view_goes_where_its_name_hashes() -> None:
    names = [company_of(path.stem) for part in SETS for path in (LABEL_FILES / part).glob("*.tsv")]
    folds = {fold_of(name) for name in names if name not in companies_in_view()}
    assert folds == set(range(FOLDS))


@pytest.mark.parametrize(
    ("company", "fold"), [("datawizz", TEST_FOLD), ("bluesky", TEST_FOLD), ("zendesk", 2), ("openai", 2), ("meta", 2)]
)
def test_folds_never_change(company: str, fold: int) -> None:
    assert fold_of(company) == fold


def test_the_corpus_is_large_and_of_many_companies() -> None:
    names = [path.stem for part in SETS if part != "excerpts" for path in (LABEL_FILES / part).glob("*.tsv")]
    assert len(names) >= 400
    assert len({company_of(name) for name in names}) >= 250
