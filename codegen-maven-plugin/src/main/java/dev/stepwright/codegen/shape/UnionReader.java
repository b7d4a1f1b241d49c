package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.Rule;
import dev.stepwright.codegen.shape.NamedType.Alternative;
import dev.stepwright.codegen.shape.NamedType.RecordType;
import dev.stepwright.codegen.shape.NamedType.UnionType;
import dev.stepwright.codegen.shape.Shape.Named;
import dev.stepwright.codegen.shape.Shape.OrNull;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code oneOf}, {@code anyOf} and several types, and finds out by what the alternatives are told apart. */
record UnionReader(ShapeReader shapes) {
    /** Returns what the only alternative demands. */
    Schema only(Schema schema, Form form) {
        Place choice = form.choice().orElseThrow();
        return alternative(schema, choice, Form.alternatives(choice).get(0));
    }

    /** Returns the form of a choice by what its alternatives are: any value if one is that, and null too if one allows null. */
    Form form(Schema schema, Form form) {
        Alternatives alternatives = new Alternatives(new ArrayList<>(), new HashSet<>(), new HashSet<>());
        boolean isItsOwn = collect(schema, form, alternatives);
        if (alternatives.forms().stream().anyMatch(each -> each.kind().isAnyValue())) {
            if (isItsOwn) {
                shapes.reportOwnAlternative(schema.place());
            }
            return Form.any();
        }
        return form.orNull(alternatives.forms().stream().anyMatch(Form::nullable));
    }

    /** What a choice consists of: the forms met, the choices whose alternatives are known, and those on the way to where it is read. */
    private record Alternatives(List<Form> forms, Set<Place> known, Set<Place> open) {}

    /** Returns whether a choice was met that is among its own alternatives. */
    private boolean collect(Schema schema, Form form, Alternatives found) {
        found.forms().add(form);
        boolean isOne = Form.choices(schema).size() == 1; // several go together in ways that no type has
        if (!isOne || form.choice().isEmpty() || form.kind() == Form.Kind.ENUM) {
            return false;
        }
        if (!found.known().add(schema.place())) {
            return found.open().contains(schema.place());
        }
        found.open().add(schema.place());
        boolean isItsOwn = false;
        Place choice = form.choice().get();
        for (Place place : Form.alternatives(choice)) {
            Schema alternative = alternative(schema, choice, place);
            isItsOwn |= collect(alternative, Form.of(alternative, shapes.limits()), found);
        }
        found.open().remove(schema.place());
        return isItsOwn;
    }

    UnionType read(Schema schema, Form form) {
        Map<Place, Schema> alternatives = new LinkedHashMap<>();
        for (Option option : options(schema, form)) {
            alternatives.putIfAbsent(type(schema, option), option.schema());
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
                || (more.equals(Set.of("type")) && Form.of(own, shapes.limits()).kind() != Form.Kind.UNTYPED);
        if (addsNothing) {
            return own;
        }
        boolean isOwnChoice = choice.parent().equals(Optional.of(schema.place()));
        return beside.and(
                own, isOwnChoice ? place : schema.place().at(choice.lastStep()).at(place.lastIndex()));
    }

    private Place type(Schema union, Option option) {
        Schema alternative = option.schema();
        Shape read = shapes.read(alternative);
        Shape shape = read instanceof OrNull orNull ? orNull.shape() : read;
        return shape instanceof Named named && !mayImplement(named.type(), union.place())
                ? shapes.wrapper(option.place(), shape)
                : shapes.wrapped(alternative, shape);
    }

    /** No class may implement a sealed interface of another package, which is another folder, nor one that is nested in itself. */
    private boolean mayImplement(Place type, Place union) {
        boolean isAround = type.equals(shapes.schemas().of(union.file().root()).place())
                || Stream.iterate(
                                union.parent(),
                                Optional::isPresent,
                                up -> up.get().parent())
                        .anyMatch(up -> up.get().equals(type));
        return !isAround && type.file().folder().equals(union.file().folder());
    }

    private List<RecordType> records(Map<Place, Schema> alternatives) {
        return alternatives.entrySet().stream()
                .filter(each -> each.getKey().equals(each.getValue().place()))
                .map(Map.Entry::getValue)
                .filter(each -> shapes.form(each).kind() == Form.Kind.RECORD)
                .map(each -> new RecordReader(shapes).read(each))
                .toList();
    }

    /** The first member that is a string constant in every alternative, and another one in each; to Jackson the empty one says nothing. */
    private static Optional<String> discriminator(List<RecordType> records) {
        if (records.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, String>> tags =
                records.stream().map(RecordReader::tags).toList();
        return tags.get(0).keySet().stream()
                .filter(name ->
                        tags.stream().map(each -> each.get(name)).distinct().count() == records.size()
                                && tags.stream()
                                        .noneMatch(each ->
                                                each.getOrDefault(name, "").isEmpty()))
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
                                    "a value can fit the alternatives at "
                                            + one.place().where() + " and "
                                            + other.place().where()
                                            + ", and becomes the first that keeps all of its members; give each a required member"
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
