"""Lifecycle rules, which CloudFormation spells flatter than S3's API."""

from ..resource import Properties

FILTERS = ("Prefix", "ObjectSizeGreaterThan", "ObjectSizeLessThan")
EXPIRATION = {
    "ExpirationInDays": "Days",
    "ExpirationDate": "Date",
    "ExpiredObjectDeleteMarker": "ExpiredObjectDeleteMarker",
}
UNCHANGED = ("Status", "AbortIncompleteMultipartUpload", "NoncurrentVersionExpiration")


def lifecycle(configuration: Properties) -> Properties:
    """The API's LifecycleConfiguration."""
    return {"Rules": [_rule(index, rule) for index, rule in enumerate(configuration["Rules"])]}


def _rule(index: int, rule: Properties) -> Properties:
    made: Properties = {"ID": rule.get("Id", f"rule-{index}"), "Filter": _filter(rule)}
    made |= {key: rule[key] for key in UNCHANGED if key in rule}
    if expiration := {name: rule[key] for key, name in EXPIRATION.items() if key in rule}:
        made["Expiration"] = expiration
    if "Transitions" in rule:
        made["Transitions"] = [_transition(item) for item in rule["Transitions"]]
    if "NoncurrentVersionTransitions" in rule:
        made["NoncurrentVersionTransitions"] = [
            {"StorageClass": item["StorageClass"], "NoncurrentDays": item["TransitionInDays"]}
            for item in rule["NoncurrentVersionTransitions"]
        ]
    return made


def _filter(rule: Properties) -> Properties:
    filters = {key: rule[key] for key in FILTERS if key in rule}
    tags = rule.get("TagFilters", [])
    if len(filters) + len(tags) > 1:
        return {"And": filters | ({"Tags": tags} if tags else {})}
    return {"Tag": tags[0]} if tags else filters or {"Prefix": ""}


def _transition(item: Properties) -> Properties:
    names = {"TransitionInDays": "Days", "TransitionDate": "Date"}
    return {names.get(key, key): value for key, value in item.items()}
