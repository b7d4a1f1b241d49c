package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.shape.NamedType.Property;
import dev.stepwright.codegen.shape.NamedType.TupleType;
import dev.stepwright.codegen.shape.Shape.Any;
import dev.stepwright.codegen.shape.Shape.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads arrays: lists, whose elements are all alike, and tuples. */
record ArrayReader(ShapeReader shapes) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*([ _-][A-Za-z0-9]+)*");

    Elements list(Schema schema) {
        List<Place> items = schema.all("items");
        Shape element = items.isEmpty()
                ? new Any()
                : items.size() == 1
                        ? shapes.read(items.get(0))
                        : shapes.read(shapes.schemas().member(schema, TypeHomes.part(schema, "item"), items));
        return new Elements(element, shapes.limits().of(schema, "minItems", "maxItems", "uniqueItems"));
    }

    /** Returns where the elements of a tuple are listed: several times if it is joined of several. */
    static List<Place> lists(Schema schema) {
        List<Place> lists = new ArrayList<>(schema.all("prefixItems"));
        schema.all("items").stream().filter(each -> each.node().isArray()).forEach(lists::add);
        return lists;
    }

    TupleType tuple(Schema schema) {
        Place list = lists(schema).get(0);
        int least = shapes.limits().of(schema, "minItems", "maxItems").stream()
                .filter(limit -> limit.keyword().equals("minItems"))
                .map(limit -> limit.value().asInt(0))
                .findFirst()
                .orElse(list.node().size());
        List<Property> elements = new ArrayList<>();
        for (int i = 0; i < list.node().size(); i++) {
            Place element = list.at(i);
            elements.add(new Property(name(element, i), element, shapes.read(element), i < least, null));
        }
        Optional<Place> rest = rest(schema, list);
        boolean closed = rest.filter(each -> isFalse(each)).isPresent();
        Shape kept = rest.filter(each -> !isFalse(each)).map(shapes::read).orElse(null);
        return new TupleType(schema.place(), elements, kept, closed);
    }

    /** Where it stands what comes after the elements that are listed; by the drafts before 2020-12 in another keyword. */
    private static Optional<Place> rest(Schema schema, Place list) {
        List<Place> rest = schema.all(list.lastStep().equals("prefixItems") ? "items" : "additionalItems");
        return rest.stream().findFirst();
    }

    private static boolean isFalse(Place schema) {
        return schema.node().isBoolean() && !schema.node().booleanValue();
    }

    private static String name(Place element, int index) {
        String title = element.node().path("title").asString("");
        if (NAME.matcher(title).matches()) {
            return Character.toLowerCase(title.charAt(0)) + title.substring(1);
        }
        return index < Ordinals.WORDS.size() ? Ordinals.WORDS.get(index) : "element" + (index + 1);
    }
}
