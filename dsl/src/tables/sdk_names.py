"""Names as the SDK for Java makes them of those in the models, and the marks of members that the tables share."""

import re

# How the SDK for Java calls a member whose name Java keeps for itself.
RESERVED = {"abstract", "case", "class", "default", "else", "enum", "equals", "for", "if", "import", "interface", "package", "private", "public"}
RESERVED |= {"return", "static", "switch", "wait"}


def sdk_service(service_id):
    """The name of a service after aws-sdk:, made as the SDK for Java makes the names of its clients."""
    name = re.sub("[^A-Za-z0-9]", "", service_id).lower()
    name = re.sub("^(amazon|aws)", "", name)
    return re.sub("service$", "", name)


def pascal(name):
    """The name of a member in answers of optimized integrations: that of the API."""
    return name[0].upper() + name[1:]


def sdk_member(name):
    """The name of a member, made as the SDK for Java makes it: DBInstances is DbInstances."""
    end = 1
    while name[end : end + 1].isupper() and not name[end + 1 : end + 2].islower():
        end += 1
    return name[0].upper() + name[1:end].lower() + name[end:]


def lower(name):
    return name[0].lower() + name[1:]


def mark_of_many(shape, mark):
    """The mark of a list or a map, made of what the shape of its values has as mark; nothing for other shapes."""
    if shape["type"] == "list":
        return ":[" + mark(shape["member"]["shape"])[1:]
    if shape["type"] == "map":
        return ":{" + mark(shape["value"]["shape"])[1:]
    return None
