package dev.stepwright.codegen.schema;

import dev.stepwright.codegen.schema.NamedType.Alternative;
import dev.stepwright.codegen.schema.NamedType.RecordType;
import dev.stepwright.codegen.schema.NamedType.UnionType;
import dev.stepwright.codegen.schema.Shape.Named;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads {@code oneOf} and {@code anyOf} of objects, and finds out by what the objects are told apart. */
final class UnionReader {
    private final ShapeReader shapes;
    private final Findings findings;

    UnionReader(ShapeReader shapes, Findings findings) {
        this.shapes = shapes;
        this.findings = findings;
    }

    UnionType read(Place place) {
        List<RecordType> records = records(place);
        Optional<String> discriminator = discriminator(records);
        if (discriminator.isEmpty()) {
            checkDistinct(place, records);
        }
        List<Alternative> alternatives = records.stream()
                .map(type -> new Alternative(
                        type.place(),
                        discriminator
                                .map(name -> RecordReader.tags(type).get(name))
                                .orElse(null)))
                .toList();
        return new UnionType(place, discriminator, alternatives);
    }

    private List<RecordType> records(Place place) {
        Place choice = place.at(Form.choiceKeyword(place.node()));
        JsonNode schema = place.node();
        List<RecordType> records = new ArrayList<>();
        Set<Place> met = new LinkedHashSet<>();
        for (int index : Form.alternatives(Form.choice(schema))) {
            Place alternative = choice.at(index);
            if (!(shapes.read(alternative) instanceof Named named)
                    || Form.of(named.type().node()).kind() != Form.Kind.RECORD) {
                findings.error(
                        alternative,
                        Rule.NOT_SUPPORTED,
                        "an alternative that is no object with named members is not supported yet; wrap the value in an object");
            } else if (met.add(named.type())) {
                records.add(new RecordReader(shapes, findings).read(named.type()));
            }
        }
        return records;
    }

    /** The first member that is a string constant in every alternative, and another one in each. */
    private static Optional<String> discriminator(List<RecordType> records) {
        if (records.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, String>> tags =
                records.stream().map(RecordReader::tags).toList();
        return tags.get(0).keySet().stream()
                .filter(name ->
                        tags.stream().map(each -> each.get(name)).distinct().count() == records.size()
                                && tags.stream().allMatch(each -> each.containsKey(name)))
                .findFirst();
    }

    /** Jackson rules an alternative out by a member it does not know, so each needs a required member that the others lack. */
    private void checkDistinct(Place place, List<RecordType> records) {
        boolean overlapping = place.node().has("anyOf");
        for (RecordType one : records) {
            for (RecordType other : records) {
                Set<String> required = RecordReader.names(one, true);
                if (!one.equals(other)
                        && (overlapping || RecordReader.names(other, false).containsAll(required))) {
                    findings.error(
                            place,
                            Rule.INDISTINCT,
                            "the alternatives at " + one.place().where() + " and "
                                    + other.place().where()
                                    + " cannot be told apart; give each a required member with a \"const\" of its own, for example"
                                    + " \"kind\"");
                    return;
                }
            }
        }
    }
}
