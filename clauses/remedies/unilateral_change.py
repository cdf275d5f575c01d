"""Finds clauses by which the vendor may change terms, policies, prices or the service by itself."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="unilateral_change",
    version=4,
    family=Family.REMEDIES,
    title="Changes by the vendor alone",
    question="May the vendor change terms, prices or the service without your agreement?",
    why="A protection that can be changed on a web page is only as good as today's page.",
    ask_for=("No change to your harm during the term, written notice of every change, and a right to leave."),
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(
            id="may_change",
            phrase=(
                "<may>|will ..14 change|modify|update|amend|revise|alter|vary|discontinue|increase|"
                "adjust|replace|supplement ..16 terms|agreement|policy|policies|service|services|"
                "features|prices|price|pricing|fees|fee|products|product|functionality|site|platform|"
                "website|documentation|content|models|software|rates|conditions|provisions|"
                "guidelines|it|them|notice|addendum|dpa"
            ),
            confidence=0.85,
            polarity=Polarity.NOT_BAN,
            not_by=Party.CUSTOMER,
            without=(
                "may not",
                "either party",
                "customer content|your content|usernames",
                "copy ..2 modify",
                (
                    "you|customer|they|users|processor|rights|results may|can|will ..3 change|modify|"
                    "update|amend|upgrade|vary|discontinue"
                ),
                "efforts ..2 update",
                "suspend|terminate|your account|password",
                "in writing",
                "discontinue ..2 use",
                "counter",
                "copy of",
                "modify ..4 customer|your content",
                "late ..2 payment*",
                "on which you",
                "infringement|warranty ..3 or",
            ),
        ),
        Pattern(
            id="we_change",
            phrase=(
                "we|openai|company|provider ..3 change|modify|update|amend|revise|make changes ..12 "
                "terms|agreement|policy|policies|services|service|prices|fees"
            ),
            confidence=0.85,
        ),
        Pattern(
            id="changes",
            phrase=(
                "changes|modifications|amendments|updates|revisions ..3 to|in ..6 terms|agreement|"
                "policy|policies|services|service|fees|prices|pricing|notice|addendum"
            ),
            confidence=0.8,
            polarity=Polarity.NOT_BAN,
            without=(
                "feedback|suggestions|suggested|proposed",
                "must ..3 be ..3 writing|signed",
                "opt ..2 out ..8 arbitration",
                "infringement|nonconformity|conformity|warranty|indemn*",
                "at|under ..3 direction|request",
                "owns|own ..4 all",
                "short version",
                "losses|loss|assumes",
                "unauthorized|unauthorised",
                "confidential information",
                "obligate|obligates ..4 us|to",
                "section|sections ..60 updates :",
            ),
        ),
        Pattern(
            id="listed_reason",
            phrase="change|changes|modify|update|updates ..18 due|because|when|where|if|reasons|to ..4 *",
            confidence=0.75,
            needs=("we|us|our may|will|can|reserve*", "terms|services|service|agreement|prices|fees|policy|policies"),
            only=Party.VENDOR,
            polarity=Polarity.NOT_BAN,
            without=("suspend|terminate", "you may"),
        ),
        Pattern(
            id="future_change",
            phrase="make|makes any ..3 future|substantive|material|other? change|changes ..4 to",
            confidence=0.88,
        ),
        Pattern(
            id="add_or_remove",
            phrase="<may> ..12 add or remove|removing|delete",
            confidence=0.8,
            not_by=Party.CUSTOMER,
        ),
        Pattern(
            id="stop_or_charge",
            phrase=(
                "<may>|reserve* ..14 stop|discontinue|charge|cease|withdraw|remove|limit ..14 "
                "feature|features|service|services|fee|fees|apis|api|models|plugins|support|products"
            ),
            confidence=0.72,
            not_by=Party.CUSTOMER,
            polarity=Polarity.NOT_BAN,
            needs=("any time|to time|without ..3 notice|sole ..2 discretion|in the future|in ..2 discretion",),
            without=("your account|access|use", "violat*|breach*|fail*|late"),
        ),
        Pattern(
            id="additional_terms",
            phrase="additional ..4 terms|guidelines|rules|conditions|policies ..10 may ..4 apply|be",
            confidence=0.75,
            without=("third ..2 party|parties",),
        ),
        Pattern(
            id="continued",
            phrase=(
                "continued|continue|continuing ..10 use|using|access ..40 accept|acceptance|agree|"
                "agreement|constitutes|bound|consent"
            ),
            confidence=0.85,
            without=("right ..4 to continue", "procure|obtain", "reseller"),
        ),
        Pattern(
            id="from_time",
            phrase="updated|amended|modified|revised|changed|update|amend|modify|revise|change ..8 to|any time",
            confidence=0.85,
            not_by=Party.CUSTOMER,
            without=(
                "subprocessors",
                "short version",
                "you may|can change",
                "stripe|payment processor",
                "standard contractual clauses",
                "countries|credit ..30 time",
                "parties may",
            ),
        ),
        Pattern(
            id="time_then",
            phrase="to|any time ..12 update|amend|modify|revise|change|discontinue|post",
            confidence=0.85,
        ),
        Pattern(
            id="terms_posted_later",
            phrase="additional|other ..6 terms|policies|rules|guidelines ..30 post|posted|posts|implemented ..24 *",
            confidence=0.75,
            needs=("may|will|time", "subject|apply|applies|govern|purpose"),
            without=("third ..2 party|parties",),
        ),
        Pattern(
            id="as_updated",
            phrase="may|be|as|reasonably ..2 updated|modified|amended|revised|changed ..12 time to time",
            confidence=0.8,
            without=("in writing", "stripe|payment processor"),
        ),
        Pattern(
            id="able_to_change",
            phrase=(
                "shall|is|are|will be? able to ..2 change|modify|amend|terminate|discontinue ..6 terms|service|services"
            ),
            confidence=0.8,
            without=("you|customer|user shall|is|are|will", "not ..2 able"),
        ),
        Pattern(
            id="use_is_acceptance",
            phrase=(
                "deemed|treat|treated ..12 accepted|acceptance|agreed ..8 "
                "changes|change|changed|updated|modified|revised|new"
            ),
            confidence=0.85,
        ),
        Pattern(
            id="charge_later",
            phrase="right|choose to ..2 charge|require|introduce ..24 future",
            confidence=0.75,
            without=("you|customer|user reserve*|may",),
        ),
        Pattern(
            id="notice_of_an_end",
            phrase=(
                "notify|notice ..16 before ..6 discontinuing|withdrawing|changing|retiring ..8 "
                "service|services|features"
            ),
            confidence=0.75,
        ),
        Pattern(
            id="price_change",
            phrase=(
                "intends|intend|plans|elect|elects to ..2 change|increase|raise|adjust ..4 fees|fee|prices|price|rates"
            ),
            confidence=0.8,
        ),
        Pattern(
            id="price_changes_apply",
            phrase="price|prices|fee|fees|pricing|rate change|changes|increase|increases ..12 effective|apply|take",
            confidence=0.75,
        ),
        Pattern(
            id="stops_support",
            phrase="we|provider|company|vendor may ..10 stop|cease ..2 providing|supporting|offering",
            confidence=0.75,
            without=("suspend|your account",),
        ),
        Pattern(
            id="we_may_limit",
            phrase=(
                "we|provider|company may ..4 discontinue|modify|change|update|limit|withdraw ..14 "
                "services|service|features|availability|terms|measures|options|functionality"
            ),
            confidence=0.8,
            without=("suspend|terminate|account|usernames", "your ..2 use|access", "either party"),
        ),
        Pattern(id="subject_to_change", phrase="subject to ..6 change|changes|modification", confidence=0.85),
        Pattern(
            id="updated_terms",
            phrase=(
                "updated|revised|modified|new|amended ..3 terms|version|agreement|policy ..14 "
                "effective|posted|apply|effect|published"
            ),
            confidence=0.85,
        ),
        Pattern(
            id="updates_rules",
            phrase="we update our rules|policies|terms|guidelines",
            confidence=0.75,
        ),
        Pattern(
            id="updates_its_measures",
            phrase="may periodically|also|always update ..4 measures|properties|materials",
            confidence=0.8,
            not_by=Party.CUSTOMER,
        ),
        Pattern(
            id="information_without_notice",
            phrase=("right|may ..24 change|update ..8 information|material|materials|content ..16 without ..2 notice"),
            confidence=0.8,
            not_by=Party.CUSTOMER,
        ),
        Pattern(
            id="ends_beta",
            phrase="right|may to? ..2 terminate|discontinue ..4 beta|trial|free|preview",
            confidence=0.75,
            not_by=Party.CUSTOMER,
        ),
        Pattern(
            id="terms_it_establishes",
            phrase=(
                "additional|other terms|policies|guidelines ..4 we|company|provider|vendor "
                "establishes|establish|provide|post|publish|make"
            ),
            confidence=0.8,
        ),
        Pattern(
            id="policies_we_may_provide",
            phrase="guidelines|policies|rules we may ..2 provide|post|publish|make|issue",
            confidence=0.8,
        ),
        Pattern(
            id="objects_to_update",
            phrase="object to ..3 update|change|modification",
            confidence=0.75,
        ),
        Pattern(
            id="may_change_its_offering",
            phrase="may change its offering|options|billing",
            confidence=0.8,
        ),
        Pattern(
            id="ceases_access",
            phrase="may cease|stop providing|offering",
            confidence=0.75,
        ),
        Pattern(
            id="site_may_change",
            phrase="service|services|site|platform|products may change ..8 time|notice",
            confidence=0.8,
        ),
        Pattern(
            id="only_they_modify",
            phrase="not ..2 modified ..2 by ..2 anyone but|except|other",
            confidence=0.75,
        ),
        Pattern(
            id="may_charge_in_future",
            phrase="may|could ..3 choose|decide|elect ..3 to? in the future",
            confidence=0.7,
        ),
    ),
    look_alikes=(
        Pattern(id="writing", phrase="not|only ..10 amended|modified|changed ..10 writing|written|signed|agreement"),
        Pattern(id="law", phrase="changes in law"),
    ),
    reads=(Unit.DAYS,),
    crosswalk=("EN-02",),
)
