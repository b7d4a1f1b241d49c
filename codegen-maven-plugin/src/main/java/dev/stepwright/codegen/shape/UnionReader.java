package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.Rule;
import dev.stepwright.codegen.shape.NamedType.Alternative;
import dev.stepwright.codegen.shape.NamedType.RecordType;
import dev.stepwright.codegen.shape.NamedType.UnionType;
import dev.stepwright.codegen.shape.Shape.Any;
import dev.stepwright.codegen.shape.Shape.Foreign;
import dev.stepwright.codegen.shape.Shape.Named;
import dev.stepwright.codegen.shape.Shape.OrNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code oneOf}, {@code anyOf} and several types, and finds out by what the alternatives are told apart. */
record UnionReader(ShapeReader shapes) {
    /** Returns what the only alternative demands. */
    Schema only(Schema schema, Form form) {
        Place choice = form.choice().orElseThrow();
        return alternative(schema, choice, Form.alternatives(choice).get(0));
    }

    UnionType read(Schema schema, Form form) {
        Map<Place, Schema> alternatives = new LinkedHashMap<>();
        for (Option option : options(schema, form)) {
            type(schema, option).ifPresent(place -> alternatives.putIfAbsent(place, option.schema()));
        }
        List<RecordType> records = records(alternatives);
        Optional<String> discriminator =
                records.size() == alternatives.size() ? discriminator(records) : Optional.empty();
        if (discriminator.isEmpty()) {
            checkDistinct(schema.place(), records);
        }
        List<Alternative> types = new ArrayList<>();
        for (Place place : alternatives.keySet()) {
            String tag = discriminator
                    .flatMap(name -> records.stream()
                            .filter(each -> each.place().equals(place))
                            .map(each -> RecordReader.tags(each).get(name))
                            .findFirst())
                    .orElse(null);
            types.add(new Alternative(place, tag));
        }
        return new UnionType(schema.place(), discriminator, types);
    }

    /**
     * An alternative.
     *
     * @param place where it stands in the choice, whatever it refers to
     */
    private record Option(Place place, Schema schema) {}

    private List<Option> options(Schema schema, Form form) {
        List<Option> options = new ArrayList<>();
        if (form.choice().isEmpty()) {
            for (int i = 0; i < form.types().size(); i++) {
                Place identity = schema.place().at("type").at(i);
                options.add(
                        new Option(identity, schema.only(identity, form.types().get(i))));
            }
            return options;
        }
        Place choice = form.choice().get();
        Form.alternatives(choice).forEach(each -> options.add(new Option(each, alternative(schema, choice, each))));
        return options;
    }

    /** An alternative demands what stands beside the choice too; only if there is nothing it is the same as what it refers to. */
    private Schema alternative(Schema schema, Place choice, Place place) {
        Schema beside = schema.without(choice);
        Schema own = shapes.schemas().of(place);
        Set<String> more = beside.keywords();
        boolean addsNothing = more.isEmpty()
                || (more.equals(Set.of("type")) && shapes.form(own).kind() != Form.Kind.UNTYPED);
        return addsNothing ? own : beside.and(own, place);
    }

    private Optional<Place> type(Schema union, Option option) {
        Schema alternative = option.schema();
        Shape shape = shapes.read(alternative);
        if (shape instanceof Any || shape instanceof Foreign || shape instanceof OrNull) {
            shapes.findings()
                    .error(
                            alternative.place(),
                            Rule.NOT_SUPPORTED,
                            "an alternative has a type of its own, but this is any value, a class of somebody else, or null too;"
                                    + " give it a \"type\", and say that null is allowed by {\"type\": \"null\"} beside it");
            return Optional.empty();
        }
        // No class may implement a sealed interface of another package, which is another folder.
        boolean isElsewhere = shape instanceof Named named
                && !named.type().file().folder().equals(union.place().file().folder());
        return Optional.of(isElsewhere ? shapes.wrapper(option.place(), shape) : shapes.wrapped(alternative, shape));
    }

    private List<RecordType> records(Map<Place, Schema> alternatives) {
        return alternatives.entrySet().stream()
                .filter(each -> each.getKey().equals(each.getValue().place()))
                .map(Map.Entry::getValue)
                .filter(each -> shapes.form(each).kind() == Form.Kind.RECORD)
                .map(each -> new RecordReader(shapes).read(each))
                .toList();
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

    /** What has all required members of two alternatives may be either, and is then taken for the first. */
    private void checkDistinct(Place place, List<RecordType> records) {
        for (RecordType one : records) {
            for (RecordType other : records) {
                if (!one.equals(other) && fitsBoth(one, other)) {
                    shapes.findings()
                            .warning(
                                    place,
                                    Rule.INDISTINCT,
                                    "a value may fit the alternatives at "
                                            + one.place().where() + " and "
                                            + other.place().where()
                                            + ", and is then the first that keeps all of its members; give each a required member"
                                            + " with a \"const\" of its own, for example \"kind\"");
                    return;
                }
            }
        }
    }

    private static boolean fitsBoth(RecordType one, RecordType other) {
        Map<String, String> tags = RecordReader.tags(one);
        boolean apart = RecordReader.tags(other).entrySet().stream()
                .anyMatch(tag -> tags.containsKey(tag.getKey())
                        && !tags.get(tag.getKey()).equals(tag.getValue()));
        return !apart && RecordReader.names(other, false).containsAll(RecordReader.names(one, true));
    }
}
