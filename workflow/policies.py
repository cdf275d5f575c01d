"""Policies: the shipped ones, the buyer's own copies with all their versions, and what a change would do."""

from datetime import UTC, datetime
from functools import lru_cache

from sqlalchemy.orm import Session

from scoring.model import Policy
from scoring.policy import PolicyError, parse_policy, revise, shipped_policies
from store import policies as stored
from store import preferences
from store.problems import RevisionTaken
from store.records import PolicyRecord
from workflow.model import PolicyChoice
from workflow.problems import NameTaken, PolicyChanged, UnknownPolicy
from workflow.trail import note
from workflow.vendors import clean_name, slug_of
from workflow.workspace import Workspace

IN_USE = "policy in use"
DRAFT = "draft of policy "


def list_policies(ws: Workspace) -> tuple[PolicyChoice, ...]:
    """Return the newest version of every policy: shipped ones first, then the buyer's own by title."""
    with ws.store.read() as session:
        used, own = preferences.preference(session, IN_USE), stored.newest(session)
    used = used or shipped_policies()[0].id
    shipped = [PolicyChoice(policy=p, shipped=True, in_use=p.id == used) for p in shipped_policies()]
    return (*shipped, *(_choice(record, used) for record in own))


def get_policy(ws: Workspace, policy_id: str, version: int | None = None) -> Policy:
    """Return a policy, its newest version unless told; raise UnknownPolicy."""
    with ws.store.read() as session:
        return _policy(session, policy_id, version)


def policy_in_use(ws: Workspace) -> Policy:
    """Return the policy that vendors are scored with."""
    with ws.store.read() as session:
        used = preferences.preference(session, IN_USE)
        return _policy(session, used) if used else shipped_policies()[0]


def use_policy(ws: Workspace, policy_id: str, *, by: str) -> Policy:
    """Score all vendors with another policy from now on."""
    with ws.store.write() as session:
        policy = _policy(session, policy_id)
        before = preferences.preference(session, IN_USE) or shipped_policies()[0].id
        preferences.keep(session, IN_USE, policy_id)
        note(session, "use policy", policy.title, by=by, before=before, after=policy_id)
    return policy


def copy_policy(ws: Workspace, policy_id: str, title: str, *, by: str) -> Policy:
    """Return version 1 of a new policy of the buyer's own with the content of another one. Raises NameTaken."""
    title = clean_name(title)
    with ws.store.write() as session:
        source = _policy(session, policy_id)
        taken = {policy.title.casefold() for policy in shipped_policies()}
        taken |= {record.title.casefold() for record in stored.newest(session)}
        if title.casefold() in taken:
            raise NameTaken(f"There is a policy called “{title}” already. Choose another name.")
        new_id = _free_id(session, slug_of(title).replace("-", "_"))
        text = revise(source.source, identity={"id": new_id, "version": 1, "title": title}, criteria={})
        policy = parse_policy(text)
        stored.add(session, _record(policy, by=by))
        note(session, "copy policy", title, by=by, before=source.title, after=new_id)
    return policy


def check_policy(text: str) -> tuple[str, ...]:
    """Return what is wrong with a policy's text, as sentences; nothing when it can be used."""
    try:
        parse_policy(text)
    except PolicyError as error:
        return error.problems
    return ()


def save_policy(ws: Workspace, text: str, *, seen: int, by: str) -> Policy:
    """Save a changed policy of the buyer's own as its next version and return it.

    `seen` is the version that the change began from (0 for a new policy from a file). Raises PolicyError when the
    text cannot be used, PolicyChanged when somebody saved a newer version meanwhile.
    """
    read = parse_policy(text)
    if read.id in {policy.id for policy in shipped_policies()}:
        raise NameTaken(f"“{read.id}” is a policy that comes with the program. Make a copy and change that.")
    policy = parse_policy(revise(text, identity={"version": seen + 1}, criteria={}))
    with ws.store.write() as session:
        try:
            stored.add(session, _record(policy, by=by))
        except RevisionTaken as error:
            newest = stored.policy(session, policy.id)
            raise PolicyChanged(_changed(newest)) from error
        preferences.forget(session, DRAFT + policy.id, person=by)
        note(session, "save policy", policy.title, by=by, before=f"version {seen}", after=f"version {seen + 1}")
    return policy


def policy_draft(ws: Workspace, policy_id: str, *, by: str) -> str | None:
    """Return the text of a reviewer's unsaved change of a policy."""
    with ws.store.read() as session:
        return preferences.preference(session, DRAFT + policy_id, person=by)


def save_draft(ws: Workspace, policy_id: str, text: str, *, by: str) -> None:
    """Keep the text of an unsaved change, valid or not, so that a reload loses nothing."""
    with ws.store.write() as session:
        preferences.keep(session, DRAFT + policy_id, text, person=by)


def discard_draft(ws: Workspace, policy_id: str, *, by: str) -> None:
    """Forget an unsaved change."""
    with ws.store.write() as session:
        preferences.forget(session, DRAFT + policy_id, person=by)


def _policy(session: Session, policy_id: str, version: int | None = None) -> Policy:
    for policy in shipped_policies():
        if policy.id == policy_id and version in (None, policy.version):
            return policy
    record = stored.policy(session, policy_id, version)
    if record is None:
        which = f", version {version}," if version else ""
        raise UnknownPolicy(f"There is no policy “{policy_id}”{which} here.")
    return read_policy(record.text)


@lru_cache(maxsize=64)
def read_policy(text: str) -> Policy:
    """Return the policy of a text that was valid when it was kept; read once a text."""
    return parse_policy(text)


def _choice(record: PolicyRecord, used: str) -> PolicyChoice:
    return PolicyChoice(
        policy=read_policy(record.text),
        shipped=False,
        in_use=record.id == used,
        saved_by=record.saved_by,
        saved_at=record.saved_at,
    )


def _record(policy: Policy, *, by: str) -> PolicyRecord:
    return PolicyRecord(
        id=policy.id,
        version=policy.version,
        title=policy.title,
        text=policy.source,
        saved_at=datetime.now(UTC),
        saved_by=by,
    )


def _free_id(session: Session, base: str) -> str:
    taken = {policy.id for policy in shipped_policies()} | {record.id for record in stored.newest(session)}
    number, free = 1, base
    while free in taken:
        number += 1
        free = f"{base}_{number}"
    return free


def _changed(newest: PolicyRecord | None) -> str:
    if newest is None:
        return "Not saved: this policy is not here any more. Make a copy and save that."
    return (
        f"{newest.saved_by} saved version {newest.version} of this policy at {newest.saved_at.astimezone():%H:%M}. "
        "Your change was not saved. Look again and save."
    )
