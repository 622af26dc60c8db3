"""What may stand in what in an item of QTI 2.1, for the elements that the exports use.

Written down from the information model of the specification (IMS Question and Test Interoperability,
Assessment Test, Section and Item Information Model, version 2.1, 2012, https://www.imsglobal.org/question/).
The official XML schemas are in no package of PyPI or Debian, so they are not used here.
"""

import re

from lxml import etree

INLINE = "a|code|em|img|strong|textEntryInteraction"
BLOCK = "div|h1|h2|h3|h4|h5|h6|ol|p|pre|table|ul"
FLOW = f"({INLINE}|{BLOCK})*"
RULES = "(responseCondition|setOutcomeValue)*"
VALUE = "(baseValue|correct|equal|mapResponse|match|variable)"

# The children in their order, whether text may stand among them, and the attributes that must be there.
MODEL = {
    "assessmentItem": ("responseDeclaration*outcomeDeclaration*itemBody?responseProcessing?modalFeedback*",
                       False, "identifier title adaptive timeDependent"),
    "responseDeclaration": ("defaultValue?correctResponse?mapping?", False, "identifier cardinality baseType"),
    "outcomeDeclaration": ("defaultValue?", False, "identifier cardinality baseType"),
    "defaultValue": ("(value)+", False, ""),
    "correctResponse": ("(value)+", False, ""),
    "value": ("", True, ""),
    "mapping": ("(mapEntry)+", False, "defaultValue"),
    "mapEntry": ("", False, "mapKey mappedValue"),
    "itemBody": (f"({BLOCK}|choiceInteraction|matchInteraction|orderInteraction)*", False, ""),
    "textEntryInteraction": ("", False, "responseIdentifier"),
    "choiceInteraction": ("prompt?(simpleChoice)+", False, "responseIdentifier shuffle maxChoices"),
    "orderInteraction": ("prompt?(simpleChoice)+", False, "responseIdentifier shuffle"),
    "matchInteraction": ("prompt?simpleMatchSet!simpleMatchSet!", False, "responseIdentifier shuffle maxAssociations"),
    "simpleMatchSet": ("(simpleAssociableChoice)*", False, ""),
    "simpleAssociableChoice": (FLOW, True, "identifier matchMax"),
    "simpleChoice": (FLOW, True, "identifier"),
    "prompt": (f"({INLINE})*", True, ""),
    "responseProcessing": (RULES, False, ""),
    "responseCondition": ("responseIf!responseElseIf*responseElse?", False, ""),
    "responseIf": (VALUE + RULES, False, ""),
    "responseElseIf": (VALUE + RULES, False, ""),
    "responseElse": (RULES, False, ""),
    "setOutcomeValue": (VALUE, False, "identifier"),
    "equal": (VALUE * 2, False, "toleranceMode tolerance"),
    "match": (VALUE * 2, False, ""),
    "variable": ("", False, "identifier"),
    "correct": ("", False, "identifier"),
    "mapResponse": ("", False, "identifier"),
    "baseValue": ("", True, "baseType"),
    "modalFeedback": (FLOW, True, "outcomeIdentifier identifier showHide"),
    "img": ("", False, "src alt"),
    "div": (FLOW, True, ""),
    "li": (FLOW, True, ""),
    "td": (FLOW, True, ""),
    "th": (FLOW, True, ""),
    "ul": ("(li)*", False, ""),
    "ol": ("(li)*", False, ""),
    "table": ("(caption)?(thead)?(tfoot)?(tbody)+", False, ""),
    "thead": ("(tr)+", False, ""),
    "tbody": ("(tr)+", False, ""),
    "tr": ("(td|th)+", False, ""),
} | {name: (f"({INLINE})*", True, "href" if name == "a" else "")
     for name in "a code em strong h1 h2 h3 h4 h5 h6 p pre".split()}


def pattern(children):
    """Names become words that end in a space: `prompt?(simpleChoice)+` → `(prompt )?((simpleChoice ))+`."""
    return re.compile(re.sub(r"([A-Za-z][A-Za-z0-9]*)!?", r"(?:\1 )", children) + "$")


PATTERNS = {name: (pattern(children), mixed, required.split()) for name, (children, mixed, required) in MODEL.items()}


def fault(item):
    """The first place of an item that the model does not allow; None where all is well."""
    for element in item.iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name not in PATTERNS:
            return f"'{name}' is not in the model"
        children, mixed, required = PATTERNS[name]
        found = "".join(etree.QName(child).localname + " " for child in element)
        if not children.match(found):
            return f"'{name}' holds {found or 'nothing'}"
        text = "".join([element.text or ""] + [child.tail or "" for child in element])
        if text.strip() and not mixed:
            return f"'{name}' holds the text '{text.strip()[:40]}'"
        for attribute in required:
            if element.get(attribute) is None:
                return f"'{name}' has no '{attribute}'"
    return None


def same(one, other):
    """Whether two documents say the same: names, attributes (but for where schemas lie) and texts."""
    def words(text):
        return " ".join((text or "").split())

    def key(element):
        attributes = sorted(item for item in element.attrib.items() if not item[0].endswith("schemaLocation"))
        return element.tag, attributes, words(element.text), words(element.tail)
    ones, others = (list(tree.iter(etree.Element)) for tree in (one, other))
    return len(ones) == len(others) and all(key(a) == key(b) for a, b in zip(ones, others))
