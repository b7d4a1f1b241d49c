package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.Rule;
import dev.stepwright.codegen.shape.NamedType.Others;
import dev.stepwright.codegen.shape.Shape.Any;
import dev.stepwright.codegen.shape.Shape.Entries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads objects whose names are not known, and the members of other names in records. */
record MapReader(ShapeReader shapes) {
    Entries read(Schema schema) {
        List<Limit> limits = shapes.limits().of(schema, "minProperties", "maxProperties");
        int members = schema.members().size();
        return members > 0
                ? new Entries(shapes.anyValue(schema, tooLarge(members)), limits)
                : entries(schema, limits).orElseGet(() -> new Entries(new Any(), limits));
    }

    /** An object with known names is only read here if no record can hold them all. */
    private static String tooLarge(int members) {
        return "this object has " + members + " members, more than a Java constructor can have parameters ("
                + RecordReader.MAX_PARAMETERS + "), so it is a map";
    }

    /** Returns what becomes of members that a record does not name. */
    Others others(Schema schema) {
        Optional<Entries> entries = entries(schema, List.of());
        if (entries.isPresent()) {
            return new Others.Kept(entries.get());
        }
        // What a definition tells is what it makes or reads, never that there is nothing else.
        boolean isInferred = schema.place().file().isInferred();
        return isClosed(schema) && !isInferred ? new Others.Refused() : new Others.Ignored();
    }

    private Optional<Entries> entries(Schema schema, List<Limit> limits) {
        List<Place> patterns = new ArrayList<>();
        for (Place keyword : schema.all("patternProperties")) {
            keyword.node().propertyNames().forEach(name -> patterns.add(keyword.at(name)));
        }
        List<Place> values = schema.all("additionalProperties").stream()
                .filter(each -> each.node().isObject() || each.node().asBoolean(false))
                .toList();
        if (patterns.isEmpty()) {
            return values.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Entries(
                            shapes.read(shapes.schemas().member(schema, TypeHomes.part(schema, "value"), values)),
                            limits));
        }
        if (patterns.size() > 1 || !values.isEmpty()) {
            shapes.findings()
                    .warning(
                            patterns.get(patterns.size() - 1),
                            Rule.NOT_CHECKED,
                            "members have several schemas by their names, for which there is no Java type"
                                    + ShapeReader.ANY_VALUE);
            return Optional.of(new Entries(new Any(), limits));
        }
        List<Limit> all = new ArrayList<>(limits);
        Place pattern = patterns.get(0);
        if (isClosed(schema) && new ScalarReader(shapes.limits()).isChecked(pattern, pattern.lastStep())) {
            all.add(new Limit("patternProperties", new tools.jackson.databind.node.StringNode(pattern.lastStep())));
        }
        return Optional.of(new Entries(shapes.read(pattern), all));
    }

    private static boolean isClosed(Schema schema) {
        return schema.all("additionalProperties").stream()
                .anyMatch(each -> each.node().isBoolean() && !each.node().booleanValue());
    }
}
