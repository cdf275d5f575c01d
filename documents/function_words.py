"""The small words that give a language away in running text. What a language shares with English is left out."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH_WORDS = _words(
    "the of and to in a or any is for by be this shall with not as that on an from at under it will may which are you"
    " your we our us can if all no such have has its their they must do does when who these other"
)

# ISO 639-1 code -> words. Names, addresses, code, Latin terms and tables hold next to none of any of them.
FOREIGN_WORDS: dict[str, frozenset[str]] = {
    "cs": _words("na se že je jako které nebo pro jeho podle není jsou být při také může ze ve tak aby která"),
    "da": _words("og det som af på med den til ikke et kan skal eller vi har der ved fra efter disse denne jer"),
    "de": _words(
        "der die das und ist nicht mit von zu den dem des ein eine einer eines einem einen wird werden sich auf für"
        " oder auch bei im nach sie wir ihre ihr durch als zur zum sind aus über vom wenn dass dieser diese sofern"
        " soweit kann haben"
    ),
    "es": _words("el la los las de del y que en un una por con para se su sus al lo como o es son este esta ser sin"),
    "et": _words("ja ei et või mis kui see selle oma ning on kes ka teie meie võib kõik nende"),
    "fi": _words("ja ei että se tai ovat sekä joka kun sen mukaan voi olla myös jos ole tämän hän"),
    "fr": _words(
        "le la les des du de et est une un dans pour que qui par sur vous nous votre vos au aux ce cette ne pas ou"
        " avec sont ces son sa ses il elle être leur toute tout en"
    ),
    "hr": _words("je se na za koje koji kao ili te su od nije biti može sa ako koja bez prema"),
    "hu": _words("az és hogy nem egy van vagy ha ez valamint szerint meg minden amely által illetve kell azt"),
    "id": _words("dan yang di untuk dengan dari dalam ini atau tidak pada adalah oleh akan anda kami dapat setiap"),
    "la": _words("et ut est non cum ex sed ad quod qui quae sit ac aut vel nec eu id si eius nulla atque"),
    "it": _words(
        "il lo la gli le di del della dei delle dell che è un una per con non si da dal dalla nel nella al alla sono"
        " e ed o i come questo questa"
    ),
    "nl": _words(
        "de het een en van dat niet te zijn voor aan door worden wordt bij deze u uw met om naar onze ook dit"
    ),
    "no": _words("og det som av på med den til ikke et kan skal eller vi har der fra ved deg din du dette"),
    "pl": _words("w z na nie się że jest oraz lub przez dla od jako o są może które który ich ze przy tym"),
    "pt": _words("o os da dos das que e em um uma para com não se por na ao à sua seu são ou pela pelo nos ser de"),
    "ro": _words("și de la în nu este cu care sau din pentru se prin un o sunt pe ale cele va ce acest"),
    "sv": _words("och att det som en är av på med den till inte om ett kan ska eller vi har för från vid dessa"),
    "tr": _words("ve bir bu için ile olarak veya da de olan tarafından her olduğu göre gibi ya herhangi"),
    "vi": _words("và của các cho không được là trong có với này hoặc một những khi bạn theo từ đến"),
}

# Letters of scripts in which no English is written, as ranges of a regular expression: Greek to Georgian and beyond,
# then the far eastern ones; those without spaces between words are Thai to Khmer and the far eastern ones.
OTHER_SCRIPTS = (
    "\u0370-\u1cff\u1f00-\u1fff\u2c00-\u2dff\u3005-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufb1d-\ufefc\uff66-\uffdc"
)
SCRIPTS_WITHOUT_SPACES = "\u0e00-\u109f\u1780-\u17ff\u3005-\u9fff\uf900-\ufaff"
