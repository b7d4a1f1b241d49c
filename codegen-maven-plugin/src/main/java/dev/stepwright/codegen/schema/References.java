package dev.stepwright.codegen.schema;

import dev.stepwright.validation.machine.Names;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What schemas are called by {@code $id} and {@code $anchor}, and which one a {@code $ref} means. */
final class References {
    /** What holds values, not schemas, whatever they look like. */
    static final Set<String> VALUES = Set.of("enum", "const", "default", "example", "examples");

    private final Map<URI, Place> roots = new HashMap<>();
    private final Map<SchemaFile, URI> locations = new HashMap<>();
    private final Map<Place, URI> bases = new HashMap<>();
    private final Map<String, Place> anchors = new HashMap<>();
    private final Findings findings;

    References(Findings findings) {
        this.findings = findings;
    }

    /** Returns the location of a file in a jar. */
    static URI inJar(String name) {
        return uri("classpath:/" + name.replace(" ", "%20"));
    }

    URI location(SchemaFile file) {
        return Objects.requireNonNull(locations.get(file), file::name);
    }

    /** Adds a file and all that is named in it. */
    void add(SchemaFile file, URI location) {
        locations.put(file, location);
        roots.put(location, file.root());
        bases.put(file.root(), location);
        addNames(file.root(), location);
    }

    private void addNames(Place place, URI outer) {
        JsonNode node = place.node();
        URI base = outer;
        String id = node.path(place.file().idKeyword()).asString("");
        if (id.startsWith("#")) {
            anchors.put(outer + id, place);
        } else if (!id.isEmpty()) {
            base = outer.resolve(uri(withoutHash(id)));
            addRoot(place, base);
        }
        String anchor = node.path("$anchor").asString("");
        if (!anchor.isEmpty()) {
            anchors.put(base + "#" + anchor, place);
        }
        addWithin(place, base);
    }

    private void addWithin(Place place, URI base) {
        JsonNode node = place.node();
        for (String name : node.propertyNames()) {
            if (node.path(name).isContainer() && (place.isMemberNames() || !VALUES.contains(name))) {
                addNames(place.at(name), base);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            if (node.get(i).isContainer()) {
                addNames(place.at(i), base);
            }
        }
    }

    private void addRoot(Place place, URI id) {
        Place first = roots.putIfAbsent(id, place);
        if (first == null || first.equals(place)) {
            bases.put(place, id);
            return;
        }
        findings.error(
                place.at(place.file().idKeyword()),
                Rule.CONFLICT,
                "the $id \"" + id + "\" is also that of " + first + " at " + first.where()
                        + "; give each schema its own");
    }

    /** Returns what a {@code $ref} at a place leads to. */
    Optional<Place> find(Place from, String reference) {
        String fragment = fragment(reference);
        return document(from, reference)
                .flatMap(root -> isPointer(fragment)
                        ? Optional.of(at(root, fragment))
                        : Optional.ofNullable(anchors.get(bases.get(root) + "#" + fragment)))
                .filter(place -> !place.node().isMissingNode());
    }

    /** Returns what a {@code $ref} at a place leads to; one that leads nowhere is reported. */
    Optional<Place> resolve(Place from, String reference) {
        Optional<Place> place = find(from, reference);
        if (place.isEmpty()) {
            report(from, reference);
        }
        return place;
    }

    private void report(Place from, String reference) {
        Place reported = from.at("$ref");
        Place root = document(from, reference).orElse(null);
        if (root == null) {
            findings.error(
                    reported,
                    Rule.UNKNOWN_REFERENCE,
                    "\"" + reference + "\" is not a schema file in the source directory;"
                            + " write the path of a *.schema.json file from this file's folder, its $id, or"
                            + " classpath:/path of one in the jar of a dependency that the parameter schemaDependencies lists"
                            + didYouMean(nearestFile(from, reference)));
            return;
        }
        String fragment = fragment(reference);
        findings.error(
                reported,
                Rule.UNKNOWN_REFERENCE,
                root + " has nothing at \"" + fragment + "\""
                        + (isPointer(fragment)
                                ? didYouMean(nearestName(root, fragment))
                                : "; no schema in it has that \"$anchor\""));
    }

    private static String didYouMean(Optional<String> meant) {
        return meant.map(name -> "; did you mean \"" + name + "\"?").orElse("");
    }

    /** Returns how the file with the most similar name is referred to. */
    private Optional<String> nearestFile(Place from, String reference) {
        URI here = locations.getOrDefault(from.file(), from.file().path().toUri());
        Names known =
                new Names(roots.keySet().stream().map(URI::toString).sorted().toList());
        return known.nearest(resolved(here, withoutFragment(reference)).toString())
                .map(URI::create)
                .map(meant ->
                        meant.toString().startsWith("file:") && here.toString().startsWith("file:")
                                ? relative(Path.of(here), Path.of(meant))
                                : meant.toString());
    }

    private static String relative(Path from, Path to) {
        return Objects.requireNonNull(from.getParent())
                .relativize(to)
                .toString()
                .replace('\\', '/');
    }

    /** Returns the pointer with the most similar last name, if all before it is there. */
    private static Optional<String> nearestName(Place root, String pointer) {
        int last = pointer.lastIndexOf('/');
        String parent = pointer.substring(0, Math.max(0, last));
        JsonNode there = root.node().at(parent);
        return new Names(there.propertyNames())
                .nearest(pointer.substring(last + 1).replace("~1", "/").replace("~0", "~"))
                .map(name -> "#" + parent + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    private static String fragment(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 ? "" : decode(reference.substring(hash + 1));
    }

    private static boolean isPointer(String fragment) {
        return fragment.isEmpty() || fragment.startsWith("/");
    }

    private static Place at(Place root, String pointer) {
        return new Place(root.file(), root.pointer().append(JsonPointer.compile(pointer)));
    }

    /** Returns the place whose {@code $id} counts at a place: that of the nearest schema around it which has one, else the file's root. */
    private Place root(Place place) {
        for (Optional<Place> up = Optional.of(place);
                up.isPresent();
                up = up.get().parent()) {
            if (bases.containsKey(up.get())) {
                return up.get();
            }
        }
        return place.file().root();
    }

    private Optional<Place> document(Place from, String reference) {
        String name = withoutFragment(reference);
        Place root = root(from);
        if (name.isEmpty()) {
            return Optional.of(root);
        }
        URI location = from.file().path().toUri();
        return Optional.ofNullable(roots.get(resolved(bases.get(root), name)))
                .or(() -> Optional.ofNullable(roots.get(resolved(location, name))));
    }

    private static URI resolved(@Nullable URI base, String reference) {
        if (reference.startsWith("classpath:") || reference.startsWith("jar:")) {
            String path = reference.substring(
                    reference.indexOf("!/") < 0 ? "classpath:".length() : reference.indexOf("!/") + 1);
            return uri("classpath:" + (path.startsWith("/") ? path : "/" + path));
        }
        URI target = uri(reference);
        return base == null ? target : base.resolve(target).normalize();
    }

    private static String withoutFragment(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 ? reference : reference.substring(0, hash);
    }

    private static String withoutHash(String id) {
        return id.endsWith("#") ? id.substring(0, id.length() - 1) : id;
    }

    /** The meta schema has checked the form of references; what is no URI after all, such as a path with blanks, is made one. */
    private static URI uri(String text) {
        try {
            return URI.create(text.replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            return URI.create("");
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
