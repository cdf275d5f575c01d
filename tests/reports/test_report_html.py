from html.parser import HTMLParser

import pytest

from reports.comparison import build_comparison
from reports.html import comparison_html, scorecard_html
from reports.scorecard import build_scorecard
from tests.reports import builders


class Tags(HTMLParser):
    """Collects what a browser would see: opened tags, attributes and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags, self.attributes, self.text, self.open = [], [], "", []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag not in ("meta", "br", "rect", "path"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def scorecard(assessment, documents=None) -> str:
    return scorecard_html(build_scorecard(assessment, documents or builders.documents(), checks=builders.CHECKS))


def test_scorecard_html_is_as_agreed(golden):
    golden("scorecard.html", scorecard(builders.small()))


def test_comparison_html_is_as_agreed(golden):
    two = [builders.small(), builders.small("Contoso Intelligence", shift=2)]
    golden("comparison.html", comparison_html(build_comparison(two, builders.documents())))


@pytest.mark.parametrize("name", ["typical", "minimal", "empty"])
def test_tags_are_balanced(name):
    assert Tags(scorecard(getattr(builders, name)())).open == []


def test_hostile_texts_stay_texts():
    html = scorecard(*builders.hostile())
    seen = Tags(html)
    assert "script" not in seen.tags
    assert "img" not in seen.tags
    assert "onerror" not in seen.attributes
    assert '<script>alert("x")</script>' in seen.text
    assert "{{ 7 * 7 }}" in seen.text


def test_nothing_is_loaded_from_elsewhere():
    html = scorecard(builders.typical())
    assert "http://" not in html
    assert "https://" not in html
    assert "default-src 'none'" in html


def test_disclaimer_is_said_once():
    assert scorecard(builders.typical()).count("not legal advice") == 1


def test_every_verdict_has_sign_and_word():
    text = Tags(scorecard(builders.typical())).text
    for shown in ("● Meets", "◐ Partly", "○ Gap", "? Review", "– Undecided", "· Does not apply"):
        assert shown in text
