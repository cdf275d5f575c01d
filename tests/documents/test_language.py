"""Language is a property of passages: what is English is read, what is not is named, and what shows none follows."""

import pytest

from documents.model import Document, DocumentFormat, ProblemCode
from documents.read import read_document
from tests.documents.files import pdf

ENGLISH = (
    "The Customer shall not use the output to develop a model that competes with the services, and the Provider may "
    "suspend access at any time if the Customer does not comply with this Agreement."
)
MORE = (
    "Either party may terminate this Agreement on thirty days' written notice to the other party. The obligations "
    "that by their nature should survive will remain in force after the end of the term."
)
GERMAN = (
    "Der Kunde darf die Ergebnisse nicht verwenden, um Modelle zu trainieren, die mit den Diensten des Anbieters im "
    "Wettbewerb stehen, es sei denn, der Anbieter hat dem vorher schriftlich zugestimmt. Der Anbieter haftet nur für "
    "Vorsatz und grobe Fahrlässigkeit, soweit nicht zwingende Vorschriften etwas anderes verlangen, und der Kunde "
    "stellt ihn von den Ansprüchen Dritter frei, die durch eine rechtswidrige Nutzung der Dienste entstehen."
)
FRENCH = (
    "Le client ne peut pas utiliser les résultats pour entraîner un modèle qui concurrence les services, sauf accord "
    "écrit du fournisseur. Le fournisseur est tenu de protéger les données du client et de notifier tout incident "
    "dans les meilleurs délais, et les parties se soumettent à la compétence des tribunaux de la ville de Lyon pour "
    "tous les litiges qui naissent de ce contrat."
)
SPANISH = (
    "El cliente no podrá utilizar los resultados para entrenar un modelo que compita con los servicios del proveedor, "
    "salvo que el proveedor lo autorice por escrito. El proveedor protegerá los datos del cliente y le notificará "
    "cualquier incidente sin demora, y las partes se someten a los tribunales de la ciudad de Sevilla."
)
CHINESE = "客户不得使用输出来训练与服务竞争的模型。服务提供商应保护客户数据，并在发生事故时立即通知客户。" * 4
RUSSIAN = (
    "Заказчик не вправе использовать результаты для обучения моделей, которые конкурируют с услугами исполнителя, "
    "без его письменного согласия. Исполнитель обязан защищать данные заказчика и уведомлять его о происшествиях. "
) * 3
JAPANESE = "お客様は、本サービスと競合するモデルを学習させるために出力を使用してはなりません。" * 5
SWAHILI = (
    "Mteja hataruhusiwa kutumia matokeo ya huduma hizi kwa ajili ya kufundisha mifumo mingine inayoshindana na huduma "
    "za mtoa huduma bila kibali cha maandishi. Mtoa huduma atalinda taarifa zote za mteja na kumjulisha mara moja "
    "endapo kutatokea tukio lolote la kiusalama linalohusu taarifa hizo katika kipindi cha mkataba huu."
)
NAMES = "\n\n".join(
    ["Anna Müller, Köln", "Jean de la Fontaine, Lyon", "María del Carmen Ruiz, Sevilla", "Łukasz Wiśniewski, Gdańsk"]
    * 4
)
AUTHORITIES = (
    "* Commission Nationale de l'Informatique et des Libertés, 3 Place de Fontenoy, 75007 Paris, France\n"
    "* Der Bundesbeauftragte für den Datenschutz und die Informationsfreiheit, Graurheindorfer Straße 153, Bonn\n"
    "* Garante per la Protezione dei Dati Personali, Piazza Venezia 11, 00187 Roma, Italia\n"
)


def read(*paragraphs: str) -> Document:
    return read_document("\n\n".join(paragraphs).encode(), "terms.md")


WHOLLY_ENGLISH = {
    "one sentence": ["The customer shall not use the service to train a model."],
    "three words": ["Fees are due."],
    "one word": ["Confidential"],
    "a name and an address": ["Acme GmbH, 12 Main Street, 1 May 2025"],
    "a German address alone": ["Musterwerk GmbH, Lange Straße 7, 10115 Berlin"],
    "a form": ["Name:", "Title:", "Date:", "Signature:", "Company:", "Address:", "E-mail:", "Phone:", "VAT ID:"],
    "a form filled in with a foreign name": [
        "Legal entity: Société Générale de Transport et de Logistique",
        "Registered office: 14 rue de la République, Lyon",
        "Authorised signatory: Jean-Luc de la Tour",
    ],
    "a report with a filled-in field": [
        "To the management of the company named below:",
        "Gesellschaft für Zertifizierung und Prüfung mbH",
        ENGLISH,
    ],
    "numbers between sentences": [ENGLISH, "1,000 2,000 3,000", "12.5 % 13.5 %", MORE],
    "a table of prices": [
        "| Model | Tokens | USD |\n|---|---|---|\n| small | 1,000 | 0.10 |\n| large | 1,000 | 0.90 |"
    ],
    "a table of names alone": [NAMES],
    "a table of names after a clause": [ENGLISH, NAMES],
    "a list of authorities": [ENGLISH, MORE, AUTHORITIES],
    "legal Latin in a clause": [
        "The Provider acts bona fide, and any term that is void ab initio is severed mutatis mutandis; the rest of "
        "this Agreement stands inter partes, pari passu and pro rata."
    ],
    "legal Latin alone": [ENGLISH, "Pacta sunt servanda. Nemo dat quod non habet. In dubio contra proferentem."],
    "a Latin maxim as a heading": ["# Exceptio non adimpleti contractus", ENGLISH],
    "code": [ENGLISH, "```\ndef train(model, data):\n    for batch in data:\n        model.fit(batch)\n```", MORE],
    "code alone": ["def train(model, data): return [model.fit(batch) for batch in data if batch is not None]"],
    "addresses of web pages": [ENGLISH, "https://example.com/de/nutzungsbedingungen-und-datenschutz", MORE],
    "a German quotation in a sentence": [
        "The term “grobe Fahrlässigkeit” has the meaning that the German Civil Code gives to it, and the words "
        "“in Textform” are to be read as they are in section 126b of that code."
    ],
    "a German quotation of a line": [
        ENGLISH,
        "„Der Kunde hat das Recht, den Vertrag jederzeit zu kündigen.“",
        MORE,
        MORE,
    ],
    "headings in capitals": ["# LIMITATION OF LIABILITY", "# WARRANTY DISCLAIMER", "# GOVERNING LAW AND VENUE"],
    "a clause in capitals": [ENGLISH.upper()],
    "a bare list of terms": ["Encryption, pseudonymisation, logging, backup, access control, segregation, deletion"],
    "text with noise of recognition": [
        "Tbe Custorner sha11 not use tlie outpnt to develop a rnodel tbat cornpetes witb tbe services, and tbe "
        "Provider rnay suspend access at any tirne if Custorner fai1s to cornply."
    ],
    "no small words": ["Sample Vendor Security Overview Datacenter Redundancy Backup Monitoring Support Escalation"],
    "British statute style": [
        "Nothing in these terms shall exclude or limit liability for death caused by negligence."
    ],
    "a short French title": ["# Conditions générales", ENGLISH, MORE],
    "names of laws": [ENGLISH, "Bundesdatenschutzgesetz; Loi Informatique et Libertés; Codice del Consumo.", MORE],
    "symbols": ["§ 1", "* * *", ENGLISH, "— — —"],
    "a Chinese company name": [ENGLISH, "北京示例科技有限公司", MORE],
    "a Greek letter in a formula": ["The rate α is the one that the parties agree on for the term of this order."],
}


@pytest.mark.parametrize("paragraphs", [pytest.param(p, id=name) for name, p in WHOLLY_ENGLISH.items()])
def test_english_with_what_shows_no_language_is_read_whole(paragraphs: list[str]) -> None:
    document = read(*paragraphs)
    assert (document.language, document.complete, document.foreign) == ("en", True, ())
    assert document.problems == ()


WHOLLY_FOREIGN = {
    "German": ([GERMAN], "de"),
    "French": ([FRENCH], "fr"),
    "Spanish": ([SPANISH], "es"),
    "Chinese": ([CHINESE], "zh"),
    "Russian": ([RUSSIAN], "ru"),
    "Japanese": ([JAPANESE], "ja"),
    "a language without a list of small words": ([SWAHILI], "sw"),
    "a German sentence": (["Der Kunde darf mit dem Dienst nicht trainieren."], "de"),
    "a few Chinese words": (["客户不得使用输出来训练模型。"], "zh"),
    "German under headings in capitals": (["# ALLGEMEINE GESCHÄFTSBEDINGUNGEN", GERMAN, "# HAFTUNG", GERMAN], "de"),
    "German with English terms": (["# Service Level Agreement", GERMAN, "Response Time: 4 Hours", GERMAN], "de"),
    "German with an English quotation": ([GERMAN, "„The service is provided as is and as available.“", GERMAN], "de"),
    "Latin filler": (["Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod et labore. " * 4], "la"),
    "a foreign table of contents and text": (["1. Haftung\n\n2. Kündigung\n\n3. Datenschutz", GERMAN], "de"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("paragraphs", "language"), [pytest.param(*case, id=name) for name, case in WHOLLY_FOREIGN.items()]
)
def test_nothing_is_claimed_about_a_document_in_another_language(paragraphs: list[str], language: str) -> None:
    document = read(*paragraphs)
    assert (document.language, document.analysable, document.complete) == (language, False, False)
    assert [problem.code for problem in document.problems] == [ProblemCode.LANGUAGE]


# The paragraphs of each document, its main language, and which of its paragraphs (from 1) are foreign.
MIXED = {
    "a German annex": ([ENGLISH, MORE, "# Anhang", GERMAN], "en", {3, 4}),
    "an annex in a language without a list": ([ENGLISH, MORE, ENGLISH, SWAHILI], "en", {4}),
    "a Chinese annex": ([ENGLISH, MORE, ENGLISH, MORE, CHINESE], "en", {5}),
    "an annex of two languages": ([ENGLISH, MORE, GERMAN, FRENCH], "en", {3, 4}),
    "two columns, language by language": ([ENGLISH, GERMAN, ENGLISH + MORE, GERMAN, MORE + ENGLISH], "en", {2, 4}),
    "short German paragraphs": ([ENGLISH, MORE, ENGLISH, *GERMAN.split(". ")], "en", {4, 5}),
    "an English annex under German terms": ([GERMAN, GERMAN, ENGLISH + " " + MORE], "de", {1, 2}),
    "a short contract with one German clause": (
        [ENGLISH, "Der Kunde darf die Ergebnisse nicht verwenden, um Modelle zu trainieren."], "en", {2}),
}  # fmt: skip


@pytest.mark.parametrize(
    ("paragraphs", "language", "foreign"), [pytest.param(*case, id=name) for name, case in MIXED.items()]
)
def test_foreign_passages_are_left_out_and_named(paragraphs: list[str], language: str, foreign: set[int]) -> None:
    document = read(*paragraphs)
    told = {block.number + 1 for block in document.foreign}
    assert document.language == language
    assert told == foreign
    assert document.analysable
    assert not document.complete
    assert {problem.code for problem in document.problems} == {ProblemCode.FOREIGN_PASSAGES}


def test_the_problem_names_language_and_paragraphs() -> None:
    texts = [problem.text for problem in read(ENGLISH, MORE, GERMAN, GERMAN, FRENCH).problems]
    assert texts == [
        "Paragraphs 3, 4 of terms.md are in German and were not read for clauses. Nothing is claimed about them. "
        "Add an English version.",
        "Paragraph 5 of terms.md is in French and was not read for clauses. Nothing is claimed about it. "
        "Add an English version.",
    ]


def test_the_problem_names_the_pages_of_a_pdf() -> None:
    pages = [ENGLISH, MORE, GERMAN, GERMAN, GERMAN]
    document = read_document(pdf("#pagebreak()\n".join(f"{page}\n\n" for page in pages)), "terms.pdf")
    assert document.format is DocumentFormat.PDF
    assert document.foreign_pages == (3, 4, 5)
    assert document.problems[0].text.startswith("Pages 3 to 5 of terms.pdf are in German and were not read for clauses")
    assert document.problems[0].pages == (3, 4, 5)


def test_a_page_that_also_holds_english_is_called_so() -> None:
    document = read_document(pdf(f"{ENGLISH}\n\n{MORE}\n\n{GERMAN}"), "terms.pdf")
    assert document.problems[0].text.startswith("Passages on page 1 of terms.pdf are in German and were not read")


def test_numbers_alone_have_no_language() -> None:
    document = read("1,000", "2,000")
    assert (document.language, document.analysable, document.problems) == ("und", False, ())
