package dev.stepwright.codegen.generate.code;

import com.palantir.javapoet.ClassName;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.json.Position;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who has which Java name, so that two that want the same one are both told. */
public final class Claims {
    static final String RULE = "ASL-GEN-002";

    /** A file's name has 255 bytes, of which {@code .class} takes six. */
    private static final int MAX_LENGTH = 249;

    private final Map<String, Claimant> claims = new HashMap<>();
    private final Set<Claimant> reported = new HashSet<>();
    /** The classes that several want: what is in them has one name for the same reason. */
    private final Set<String> contested = new HashSet<>();

    private final Findings findings;

    /** Starts without any; two claims of one name become a finding. */
    public Claims(Findings findings) {
        this.findings = findings;
    }

    /**
     * Who wants a name.
     *
     * @param what for example {@code the schema order.input.schema.json#/$defs/Item}
     */
    public record Claimant(String what, Path file, Position position) {
        public static Claimant of(Place place) {
            String pointer = place.pointer().matches() ? "" : "#" + place.pointer();
            return new Claimant(place.file().title() + pointer, place.file().path(), place.keyPosition());
        }

        boolean isSchema() {
            return what.startsWith("the schema ");
        }

        /** Returns how a Java name is said that is not made of the one in JSON. */
        String otherName() {
            return isSchema()
                    ? ", or say another Java name for one with \"x-java-name\""
                    : what.startsWith("the value ")
                            ? ", or say another Java name for one with \"x-java-names\": {VALUE: NAME}"
                            : what.startsWith("the state ") || what.contains(" of the state ")
                                    ? ", or say another Java name for one in asl-codegen.json with \"names\": {STATE: NAME}"
                                    : "";
        }

        String where() {
            return file.getFileName() + ":" + position;
        }
    }

    /**
     * Takes the name of a class; one that differs only in case counts as the same, since both would be one file on some systems.
     *
     * @return whether the name was free
     */
    public boolean claim(ClassName name, Claimant claimant) {
        String advice = claimant.isSchema()
                ? "give one of them a \"title\" of its own that is a Java type name, or another key"
                : "rename one of them" + claimant.otherName();
        if (!checkLength(name, claimant)) {
            return false;
        }
        for (ClassName outer = name.enclosingClassName(); outer != null; outer = outer.enclosingClassName()) {
            if (outer.simpleName().equals(name.simpleName())) {
                report(
                        claimant,
                        "would be the class " + name.canonicalName()
                                + ", but Java gives no class the name of one around it; "
                                + advice.replace("one of them", "it"));
                return false;
            }
        }
        boolean isFree =
                claim(name.enclosingClassName(), "the class " + name.canonicalName(), key(name), claimant, advice);
        if (!isFree) {
            contested.add(key(name));
        }
        return isFree;
    }

    private static String key(ClassName name) {
        return name.reflectionName().toLowerCase(Locale.ROOT);
    }

    private boolean isWithinContested(@Nullable ClassName owner) {
        return Stream.iterate(owner, Objects::nonNull, ClassName::enclosingClassName)
                .anyMatch(around -> contested.contains(key(around)));
    }

    /** Returns whether a file can be called after a class, and reports if not. */
    public boolean checkLength(ClassName name, Claimant claimant) {
        int length = name.reflectionName().length() - name.packageName().length();
        if (length > MAX_LENGTH) {
            report(
                    claimant,
                    "would be the class " + name.canonicalName()
                            + ", whose file would have a longer name than file systems allow; move it to \"$defs\"");
        }
        return length <= MAX_LENGTH;
    }

    /** Takes the name of a member of a class. */
    public void claimMember(ClassName owner, String member, Claimant claimant) {
        String key = owner.reflectionName() + "#" + member;
        claim(owner, owner.simpleName() + "." + member, key, claimant, "rename one of them" + claimant.otherName());
    }

    private boolean claim(@Nullable ClassName owner, String shown, String key, Claimant claimant, String advice) {
        Claimant first = claims.putIfAbsent(key, claimant);
        if (first != null && !isWithinContested(owner)) {
            report(claimant, "would be " + shown + ", as is " + first.what() + " at " + first.where() + "; " + advice);
        }
        return first == null;
    }

    /** One report is enough for a place: what it collides in after that is of the same cause. */
    private void report(Claimant claimant, String problem) {
        if (reported.add(claimant)) {
            findings.error(claimant.file(), claimant.position(), RULE, claimant.what() + " " + problem);
        }
    }
}
