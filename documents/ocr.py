"""Text recognition for pages that are pictures: grey pixels in, lines of words with their places out."""

import logging
import re
from dataclasses import dataclass
from functools import cache

import numpy as np
import onnxruntime
from rapidocr import RapidOCR
from rapidocr.utils.output import RapidOCROutput

DPI = 150
# Recognition of a line below this confidence is more often noise than words.
LEAST_CONFIDENCE = 0.5
APOSTROPHE = re.compile(r"(?<=\w)'")
OPENING = re.compile(r"(?:(?<=^)|(?<=[\s(\[]))\"")
CLOSING = re.compile(r"\"")
logging.getLogger("RapidOCR").setLevel(logging.ERROR)
onnxruntime.disable_telemetry_events()  # the second lock; the first is in documents/telemetry.py


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenLine:
    """A line of words as seen on a page image, with its box in pixels."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@cache
def _engine() -> RapidOCR:
    # One thread: the pool of workers already uses every core. Models are in the package, nothing is fetched.
    threads = {"EngineConfig.onnxruntime.intra_op_num_threads": 1, "EngineConfig.onnxruntime.inter_op_num_threads": 1}
    return RapidOCR(params={"Global.log_level": "error", "Global.use_cls": False, **threads})


def recognise(pixels: bytes, width: int, height: int) -> tuple[SeenLine, ...]:
    """Return the lines of words on a grey image, in the order in which they were found."""
    image = np.frombuffer(pixels, dtype=np.uint8).reshape(height, width)
    seen = _engine()(np.stack([image] * 3, axis=-1), text_score=LEAST_CONFIDENCE)
    if not isinstance(seen, RapidOCROutput) or seen.boxes is None or seen.txts is None:
        return ()
    found = []
    for box, text in zip(seen.boxes, seen.txts, strict=True):
        left, top = (float(each) for each in np.min(box, axis=0))
        right, bottom = (float(each) for each in np.max(box, axis=0))
        if text.strip():
            found.append(SeenLine(text=as_printed(text), left=left, top=top, right=right, bottom=bottom))
    return tuple(found)


def as_printed(text: str) -> str:
    """Return a line with the signs that printed pages use: the recogniser knows only straight quotation marks."""
    return CLOSING.sub("”", OPENING.sub("“", APOSTROPHE.sub("’", text)))


def ink(pixels: bytes) -> float:
    """Return the share of a grey image that is dark; 0.0 for a page that shows nothing but specks."""
    image = np.frombuffer(pixels, dtype=np.uint8)
    share = np.count_nonzero(image < 160) / max(image.size, 1)
    return float(share) if share > 0.0005 else 0.0
