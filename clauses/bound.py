"""Says who is bound by an operator of a sentence, or holds the right that it gives."""

from clauses.lexicon import stems, words
from clauses.matcher import Span
from clauses.model import Party
from clauses.operators import Kind, Operator, operators
from clauses.parties import Names, subject
from clauses.scope import part
from clauses.sentences import Sentence

GIVES, GRANTS, FORBIDDING, OWN_MODELS = stems("gives"), stems("grants"), stems("forbidding"), stems("own_models")
PRACTICES, PERMITS, GIVEN, BE = words("practices"), words("permits"), words("given"), words("be")
# Data are kept by the vendor; "content" and "output" may be either side's.
MODALS, KEPT, WHOSE, EITHER_SIDES = words("modals"), words("kept"), words("whose"), words("either_sides")


def bound_party(sentence: Sentence, op: Operator, hit: Span, names: Names) -> Party | None:
    """Return who must keep, or may use, what the operator says; None where nobody is named."""
    doc = sentence.doc
    word = doc[op.start].lower_
    if word.startswith(GIVES) or word in GIVEN or doc[op.end - 1].lower_ in PERMITS:
        return _holder(sentence, op, hit, names)
    if word.startswith(FORBIDDING) and op.end - op.start == 1:
        who = subject(doc, max(0, op.start - 6), op.start, names)
        return Party.CUSTOMER if who is Party.VENDOR else who
    if _passive(sentence, op):
        return _agent(sentence, op, hit, names) or _keeper(sentence, op) or _owner_of_object(sentence, hit)
    return _actor(sentence, op, hit, names)


def _holder(sentence: Sentence, op: Operator, hit: Span, names: Names) -> Party | None:
    """Return who holds what is granted: "you grant us the right to", "this licence does not permit you to"."""
    doc = sentence.doc
    word = doc[op.start].lower_
    if not word.startswith(GIVES) and doc[op.end - 1].lower_ in PERMITS and op.end < len(doc):
        return names.party(doc[op.end].lower_)
    if word in GIVEN and op.kind is Kind.BAN:
        return None  # "this licence does not include ...": whoever holds it; the check's default says who
    if word in GIVEN:
        before = [each for each in operators(doc, sentence.words) if each.start < op.start]
        grants = [each for each in before if doc[each.start].lower_.startswith(GRANTS)]
        return _beneficiary(sentence, grants[-1], hit, names) if grants else _actor(sentence, op, hit, names)
    return _beneficiary(sentence, op, hit, names)


def _actor(sentence: Sentence, op: Operator, hit: Span, names: Names) -> Party | None:
    doc = sentence.doc
    if op.trailing:
        return subject(doc, part(sentence, hit)[1][0], op.end, names, owners=False)
    head, own = part(sentence, hit)
    first = own[0] if op.start >= own[0] else 0
    named = subject(doc, first, op.end, names) or subject(doc, 0, max(head, first), names)
    return named or _after_modal(sentence, op, names) or _owner_of_object(sentence, hit)


def _after_modal(sentence: Sentence, op: Operator, names: Names) -> Party | None:
    """Return who acts behind a modal that stands before its subject ("under no circumstances will Acme")."""
    row = sentence.words.row
    following = [word for word in row[op.end : op.end + 2] if word != "the"]
    return names.party(following[0]) if following and row[op.end - 1] in MODALS else None


def _passive(sentence: Sentence, op: Operator) -> bool:
    last, *following = [token.lower_ for token in sentence.doc[op.end - 1 : op.end + 2]]
    if last in PRACTICES and sentence.doc[op.start].lower_ in BE:
        return True
    return "be" in following or "been" in following or (last in BE and bool(following) and following[0].endswith("ed"))


def _agent(sentence: Sentence, op: Operator, hit: Span, names: Names) -> Party | None:
    doc = sentence.doc
    for at in range(op.end, min(len(doc) - 1, hit[1] + 12)):
        if doc[at].lower_ == "by":
            for token in doc[at + 1 : at + 4]:
                party = names.party(token.lower_)
                if party is not None:
                    return party
    return None


def _keeper(sentence: Sentence, op: Operator) -> Party | None:
    """Return the vendor for "your data will not be used": whoever holds the customer's data is bound."""
    before = sentence.doc[max(0, op.start - 30) : op.end]
    # "It is not used for ..." tells of the writer's own practice; "it may not be used" is a rule for the reader.
    practice = sentence.doc[op.start].lower_ in ("is", "are") and op.kind is Kind.BAN
    kept = practice or any(token.lower_ in KEPT for token in before)
    theirs = any(token.lower_ in WHOSE for token in before)
    content = any(token.lower_ in EITHER_SIDES for token in before)
    return Party.VENDOR if kept or (content and theirs) else None


def _owner_of_object(sentence: Sentence, hit: Span) -> Party | None:
    """Return the vendor for "... train our models": who trains its own models acts itself."""
    after = sentence.doc[hit[0] : hit[1] + 4]
    own = any(
        token.lower_ == "our" and after[at + 1 : at + 5].text.lower().startswith(OWN_MODELS)
        for at, token in enumerate(after)
    )
    return Party.VENDOR if own else None


def _beneficiary(sentence: Sentence, op: Operator, hit: Span, names: Names) -> Party | None:
    """Return to whom is granted: who follows the verb or a "to" ("you grant, and warrant that you may, to Acme")."""
    doc = sentence.doc
    for at in range(op.end - 1, min(len(doc), max(hit[0], op.end + 25))):
        party = names.party(doc[at].lower_)
        follows = at <= op.end or doc[at - 1].lower_ in ("to", "the")
        if party is not None and follows and doc[at].lower_ not in ("our", "your"):
            return party
    giver = subject(doc, 0, op.start, names)
    return {Party.CUSTOMER: Party.VENDOR, Party.VENDOR: Party.CUSTOMER}.get(giver) if giver else None
