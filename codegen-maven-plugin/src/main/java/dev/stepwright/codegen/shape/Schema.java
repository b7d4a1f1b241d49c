package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a schema demands: its own keywords and those of all that it refers to or joins by {@code allOf}, which hold at once.
 *
 * @param place what makes this the same as another one; may be a place that no file has, where parts are joined member by member
 * @param parts the schemas with keywords of their own, what is joined before what joins it
 * @param types which of the JSON types are meant; empty for all that the parts allow
 * @param apart keywords that somebody else heeds
 * @param impossible whether a part is {@code false}
 */
record Schema(Place place, List<Place> parts, Set<String> types, Set<Place> apart, boolean impossible) {
    /** What has a part in the meaning of a schema; all else is for the reader, or for other tools. */
    static final Set<String> KEYWORDS = Stream.of(
                    KeywordCheck.IGNORED.stream(),
                    KeywordCheck.STRUCTURE.stream(),
                    Stream.of("$ref", "allOf", "type", "format", "contentEncoding", "x-java-type", "javaType"),
                    Stream.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
                    Stream.of("minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems"),
                    Stream.of("minProperties", "maxProperties"))
            .flatMap(keywords -> keywords)
            .collect(Collectors.toUnmodifiableSet());

    private static final String OTHERS = "additionalProperties";
    private static final String PATTERNS = "patternProperties";

    /** Returns the keywords of a schema that have a part in its meaning, {@code $ref} and {@code allOf} among them. */
    static List<String> keywords(Place schema) {
        return schema.node()
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(KEYWORDS::contains)
                .toList();
    }

    /** Returns where a keyword stands in the parts. */
    List<Place> all(String keyword) {
        return parts.stream()
                .filter(part -> part.node().has(keyword))
                .map(part -> part.at(keyword))
                .filter(place -> !apart.contains(place))
                .toList();
    }

    boolean has(String keyword) {
        return !all(keyword).isEmpty();
    }

    boolean hasAny(String... keywords) {
        return Stream.of(keywords).anyMatch(this::has);
    }

    /** Returns the text of a keyword, that of the joining schema before that of what it joins; the empty text if there is none. */
    String text(String keyword) {
        List<Place> all = all(keyword);
        return all.isEmpty() ? "" : all.get(all.size() - 1).node().asString("");
    }

    /** Returns the keywords of all parts that have a part in its meaning. */
    Set<String> keywords() {
        Set<String> keywords = new LinkedHashSet<>();
        parts.forEach(part -> keywords.addAll(keywords(part)));
        keywords.removeIf(keyword -> keyword.equals("$ref") || keyword.equals("allOf") || !has(keyword));
        return keywords;
    }

    /** Returns the schemas of each member that no part refuses: several if several parts have it, or say something of all that they do not name. */
    Map<String, List<Place>> members() {
        Map<String, List<Place>> members = new LinkedHashMap<>();
        for (Place properties : all("properties")) {
            for (String name : properties.node().propertyNames()) {
                members.computeIfAbsent(name, each -> new ArrayList<>()).add(properties.at(name));
            }
        }
        members.keySet().removeIf(this::refuses);
        parts.stream()
                .filter(Schema::hasOthers)
                .forEach(part -> members.forEach((name, places) -> {
                    if (!named(part).contains(name)) {
                        places.add(0, part.at(OTHERS));
                    }
                }));
        return members;
    }

    /** Returns whether a part has a schema for the members that it does not name; which a pattern takes is not told from the others. */
    private static boolean hasOthers(Place part) {
        return part.node().path(OTHERS).isObject() && !part.node().has(PATTERNS);
    }

    /** Returns whether some part refuses a member: one that it neither names nor has a pattern for. */
    boolean refuses(String name) {
        return parts.stream()
                .filter(Schema::isClosed)
                .anyMatch(part -> !named(part).contains(name)
                        && part.node().path(PATTERNS).propertyNames().stream()
                                .noneMatch(pattern -> mayFit(pattern, name)));
    }

    /** A pattern that Java does not read may fit any name. */
    private static boolean mayFit(String pattern, String name) {
        try {
            return Pattern.compile(pattern).matcher(name).find();
        } catch (PatternSyntaxException unreadable) {
            return true;
        }
    }

    private static boolean isClosed(Place part) {
        JsonNode others = part.node().path(OTHERS);
        return others.isBoolean() && !others.booleanValue();
    }

    private static Collection<String> named(Place part) {
        return part.node().path("properties").propertyNames();
    }

    /** Returns where each required member is first called that. */
    Map<String, Place> required() {
        Map<String, Place> required = new LinkedHashMap<>();
        for (Place list : all("required")) {
            for (int i = 0; i < list.node().size(); i++) {
                required.putIfAbsent(list.node().get(i).asString(""), list.at(i));
            }
        }
        return required;
    }

    /** Returns a place that a file has. */
    Place shown() {
        return place.node().isMissingNode() && !parts.isEmpty() ? parts.get(parts.size() - 1) : place;
    }

    /** Returns this as what stands at another place. */
    Schema as(Place identity) {
        return new Schema(identity, parts, types, apart, impossible);
    }

    /** Returns this for one of its types only. */
    Schema only(Place identity, String type) {
        return new Schema(identity, parts, Set.of(type), apart, impossible);
    }

    /** Returns this but for a keyword at a place, which is then heeded apart. */
    Schema without(Place keyword) {
        Set<Place> all = new LinkedHashSet<>(apart);
        all.add(keyword);
        return new Schema(place, parts, types, all, impossible);
    }

    /** Returns what both demand. */
    Schema and(Schema other, Place identity) {
        Set<Place> all = new LinkedHashSet<>(parts);
        all.addAll(other.parts);
        Set<Place> allApart = new LinkedHashSet<>(apart);
        allApart.addAll(other.apart);
        return new Schema(identity, List.copyOf(all), types, allApart, impossible || other.impossible);
    }
}
