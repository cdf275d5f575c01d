"""Finds how long data are kept and when they are deleted or returned."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Unit
from documents.model import DocumentKind

DATA = (
    "data|information|content|records|logs|copies|copy|materials|inputs|input|prompts|output|outputs"
    "|conversations|files|stuff|inquiries|messages|chats|backups"
)
WHEN = (
    "terminat*|expir*|cancel*|clos*|end|days|months|request|within|after|retention|upon|account|promptly|immediately"
    "|necessary|permanently|permanent|irrecover*|automatically|longer|policies|policy|time"
)
PERIOD = "days|day|months|years|year|period|periods|long|longer|necessary|duration|until|term"
# Deleting what breaks the rules is moderation (check enforcement), not retention.
MODERATION = (
    "violates|infringes|infringing|objectionable|inappropriate",
    "violat* ..3 terms|policies|policy|law ..3 or ..6 remove",
)

CHECK = ClauseCheck(
    id="data_retention",
    version=1,
    family=Family.TRACEABILITY,
    title="Retention and deletion",
    question="How long are data kept, and when are they deleted or returned?",
    why="What is kept can leak or be used; what is deleted too soon cannot prove misuse.",
    ask_for="A number of days for content and for logs, deletion or return at the end, and a confirmation of it.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.DPA, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="return_or_destroy",
            phrase="return|returned|returning ..10 or|and ..6 destroy*|delete*|destruction|deletion",
            confidence=0.95,
        ),
        Pattern(
            id="destroy_or_return",
            phrase="destroy|destroyed|delete|deleted|erase|erased|deletion|destruction ..8 or|and ..6 return*",
            confidence=0.95,
        ),
        Pattern(
            id="delete_after",
            phrase="delete|deletes|deleting|deletion|destroy|destroys|destruction|erase|erasure|purge|purges"
            f"|anonymize|anonymise ..16 {DATA}",
            needs=(WHEN,),
            without=MODERATION,
            confidence=0.8,
        ),
        Pattern(
            id="deleted_after",
            phrase=f"{DATA} ..20 deleted|destroyed|erased|purged|deletion|destruction",
            needs=(WHEN,),
            without=MODERATION,
        ),
        Pattern(
            id="keep_for",
            phrase=f"retain|retains|retained|keep|hold|holds|preserve ..8 {DATA}",
            needs=(PERIOD + "|law|laws|legal|legally|policy|policies|auditing|backup|archiv*",),
        ),
        Pattern(id="kept_for", phrase=f"{DATA} ..12 retained|kept|stored|held|accessible ..16 {PERIOD}"),
        Pattern(
            id="store_for",
            phrase=f"store|stores|stored|cache|maintain ..8 {DATA} ..16 days|months|years|long|longer|duration|period",
        ),
        Pattern(id="may_keep", phrase=f"may|will ..3 retain|preserve|keep ..6 {DATA}", confidence=0.8),
        Pattern(id="data_may_be_kept", phrase=f"{DATA} ..12 may|will be kept|retained|preserved", confidence=0.8),
        Pattern(
            id="retention",
            phrase="retention period*|policy|policies|schedule|requirements|time",
            confidence=0.8,
            needs=("<must>|may|accordance|is|are|our|law",),
            without=("license|licence",),
        ),
        Pattern(id="retention_heading", phrase=f"retention periods ..20 {PERIOD}"),
        Pattern(id="zero_retention_short", phrase="zero retention", confidence=0.9),
        Pattern(
            id="certified",
            phrase="certify|certifies|certificate|certification|confirm ..12 erased|deleted|destroyed|deletion"
            "|destruction|erasure",
        ),
        Pattern(
            id="then_delete",
            phrase=f"{DATA} ..12 delete|erase|destroy it|them|such|all",
            needs=(WHEN,),
            confidence=0.8,
        ),
        Pattern(
            id="available_for_download",
            phrase=f"{DATA} ..6 available ..4 download|export|retrieval ..12 days|months",
            confidence=0.9,
        ),
        Pattern(id="zero_retention", phrase="zero data retention", confidence=0.7, without=("train*",)),
        Pattern(
            id="no_storage_duty",
            phrase="no obligation ..3 store|retain|maintain|keep ..12 content|data|copy|information",
        ),
        Pattern(
            id="must_not_store", phrase="must|may|shall not ..6 store|cache|retain ..6 content|data", confidence=0.6
        ),
        Pattern(
            id="export_window",
            phrase=f"export*|retrieve|retrieval|download ..12 {DATA} ..20 days|months|termination|expiration|prior",
            confidence=0.8,
        ),
        Pattern(
            id="days_to_export",
            phrase=f"days|months ..24 export*|retrieve|retrieval|download ..10 {DATA}",
            confidence=0.8,
        ),
        Pattern(
            id="does_not_store",
            phrase="do|does|will not ..2 store|log|retain|keep ..6 inputs|input|prompts|prompt|outputs|output"
            "|conversations",
            confidence=0.8,
        ),
        Pattern(id="secure_disposal", phrase="secure deletion|disposal|destruction|erasure", confidence=0.8),
        Pattern(
            id="records_kept",
            phrase="maintain|keep|retain ..3 records of ..12 *",
            confidence=0.8,
            without=("export", "payment*"),
        ),
        Pattern(id="not_retained", phrase=f"{DATA} ..12 not ..1 retained|stored|kept|logged", confidence=0.9),
        Pattern(
            id="do_not_retain",
            phrase="do|does|will not ..1 retain|keep ..3 any ..4 data|content|information|copies",
            confidence=0.9,
        ),
        Pattern(id="continue_to_store", phrase="continue to store|retain|keep", confidence=0.8),
        Pattern(
            id="backups",
            phrase="backup|backups ..2 systems|copies ..12 *",
            confidence=0.7,
            needs=("delet*|remov*|retain*|kept|terminat*",),
        ),
        Pattern(
            id="nothing_stored",
            phrase=f"no ..12 {DATA} ..3 will|is|are ..2 stored|retained|kept|logged",
            confidence=0.9,
        ),
        Pattern(
            id="removed_from_systems",
            phrase="removed|erased|purged|overwritten ..6 from ..4 systems|servers|storage|backups",
            confidence=0.8,
        ),
        Pattern(id="remove_content", phrase=f"remove|removed|removal ..8 {DATA} ..8 delet*", confidence=0.8),
    ),
    look_alikes=(
        Pattern(
            id="unauthorised_loss",
            phrase="accidental|unlawful|unauthorized|unauthorised|illegal ..16 destruction|deletion|erasure",
        ),
        Pattern(id="correction", phrase="correct*|rectif* ..6 delet*|erase|erasure"),
        Pattern(id="rights_of_erasure", phrase="right|rights of|to ..6 erasure|deletion"),
        Pattern(id="keeps_title", phrase="retain|retains ..3 right|rights|title|ownership|all|full"),
        Pattern(id="use_or_disclose", phrase="retain , use"),
        Pattern(id="copies_of_software", phrase="copies ..8 of ..4 software|browser|model|models"),
        Pattern(id="by_third_party", phrase="third party|organization ..4 may|can ..16 delete"),
        Pattern(id="defended_claim", phrase="defend|indemnify ..40 delet*"),
        Pattern(id="restriction_of_content", phrase="deletion ..2 or restriction"),
        Pattern(id="hold_harmless", phrase="hold ..30 harmless"),
        Pattern(id="indemnify_and_hold", phrase="and|to hold ..12 officers|affiliates|agents|licensors|employees"),
        Pattern(id="form_question", phrase="period for which ..8 retained"),
        Pattern(id="how_long", phrase="how long we keep"),
        Pattern(id="keep_secret", phrase="keep ..6 confidential|secret|secure|safe|accurate|date"),
    ),
    bound_default=Party.VENDOR,
    reads=(Unit.DAYS, Unit.MONTHS, Unit.YEARS),
    crosswalk=("DU-04",),
)
