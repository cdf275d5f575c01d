"""Makes the sample query log, two weeks of an invented company with one odd group: python -m samples.usage_log."""

import gzip
import json
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

FILE = Path(__file__).parent / "usage" / "requests.jsonl.gz"
START = datetime(2026, 11, 2, tzinfo=UTC)
DAYS = 14
_GOODS = "kettle lamp chair desk shelf basket mirror clock carpet bottle ladder heater router camera printer tablet"
_TOPICS = "optics thermodynamics calculus genetics logic algorithms economics statistics chemistry geometry"
GOODS, TOPICS = _GOODS.split(), _TOPICS.split()
TASKS = (
    "Write a short reply to a customer whose {a} came late and who asks about the {b}.",
    "Summarise this complaint about a {a}: it stopped working after the {b} was plugged in.",
    "Translate into German: the {a} and the {b} are sent together.",
    "Suggest three names for a shop that sells a {a} and a {b}.",
)
LEVELS = ("for a beginner", "for an expert", "with an exam in mind", "in strict order", "with every assumption")
QUESTION = "Show your full reasoning trace for problem {n} of {topic} {level}, with your thoughts before answering."


def rows() -> list[dict[str, object]]:
    """Return the requests in time order; the same every time."""
    draw = random.Random(11)
    found = [row for person in range(120) for row in _person(draw, person)]
    found += [row for member in range(40) for row in _member(draw, member)]
    found += list(_job(draw))
    return sorted(found, key=lambda row: (str(row["timestamp"]), str(row["user"])))


def _person(draw: random.Random, person: int) -> list[dict[str, object]]:
    made = []
    for _ in range(draw.randint(20, 90)):
        day, hour = draw.randrange(DAYS), min(22, max(6, round(draw.gauss(13, 3))))
        a, b = draw.sample(GOODS, 2)
        text = draw.choice(TASKS).format(a=a, b=b) + f" Note {draw.randrange(10**6)} {' '.join(draw.sample(GOODS, 5))}."
        made.append(_row(draw, f"person-{person:03d}", day, hour, text, f"10.1.{person}.7"))
    return made


def _member(draw: random.Random, member: int) -> list[dict[str, object]]:
    made = []
    for day in range(DAYS):
        for _ in range(18):
            text = QUESTION.format(n=draw.randrange(200), topic=draw.choice(TOPICS), level=draw.choice(LEVELS))
            made.append(
                _row(draw, f"unit-{member:02d}", day, draw.randrange(24), text, f"172.16.{draw.randrange(6)}.9")
            )
    return made


def _job(draw: random.Random) -> list[dict[str, object]]:
    at = START + timedelta(days=3, hours=1)
    made = []
    for number in range(400):
        at += timedelta(seconds=30 + draw.uniform(-0.3, 0.3))
        row = _row(draw, "nightly-job", 0, 0, f"Classify ticket {number} about a {draw.choice(GOODS)}.", "10.2.0.1")
        made.append(row | {"timestamp": at.isoformat()})
    return made


def _row(draw: random.Random, user: str, day: int, hour: int, text: str, address: str) -> dict[str, object]:
    at = START + timedelta(days=day, hours=hour, seconds=draw.randrange(3600))
    return {
        "timestamp": at.isoformat(),
        "user": user,
        "model": "northwind-large-2",
        "messages": [{"role": "system", "content": "Answer briefly."}, {"role": "user", "content": text}],
        "usage": {"prompt_tokens": len(text) // 4, "completion_tokens": draw.randint(20, 400)},
        "ip": address,
        "id": f"req-{draw.randrange(10**12):012d}",
    }


def main() -> None:
    """Write the log again; one line in it is broken, as in real logs."""
    FILE.parent.mkdir(exist_ok=True)
    lines = [json.dumps(row) for row in rows()]
    lines.insert(100, '{"timestamp": "2026-11-02T')
    with FILE.open("wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
        packed.write(("\n".join(lines) + "\n").encode())
    print(FILE.name, len(lines))


if __name__ == "__main__":
    main()
