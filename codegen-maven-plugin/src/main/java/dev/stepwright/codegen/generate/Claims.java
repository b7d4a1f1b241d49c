package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.json.Position;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Who has which Java name, so that two that want the same one are both told. */
final class Claims {
    static final String RULE = "ASL-GEN-002";

    private final Map<String, Claimant> claims = new HashMap<>();
    private final Findings findings;

    Claims(Findings findings) {
        this.findings = findings;
    }

    /**
     * Who wants a name.
     *
     * @param what for example {@code the schema order.input.schema.json#/$defs/Item}
     */
    record Claimant(String what, Path file, Position position) {
        static Claimant of(Place place) {
            return new Claimant("the schema " + place, place.file().path(), place.keyPosition());
        }

        String where() {
            return file.getFileName() + ":" + position;
        }
    }

    /** Takes the name of a class; one that differs only in case counts as the same, since both would be one file on some systems. */
    void claim(ClassName name, Claimant claimant) {
        claim("class " + name.canonicalName(), name.reflectionName(), claimant);
        ClassName outer = name.enclosingClassName();
        for (; outer != null; outer = outer.enclosingClassName()) {
            if (outer.simpleName().equals(name.simpleName())) {
                findings.error(
                        claimant.file(),
                        claimant.position(),
                        RULE,
                        claimant.what() + " would be the class " + name.canonicalName()
                                + ", but Java gives no class the name of one around it; " + advice(claimant));
            }
        }
    }

    /** Takes the name of a member of a class. */
    void claimMember(ClassName owner, String member, Claimant claimant) {
        claim(owner.simpleName() + "." + member, owner.reflectionName() + "#" + member, claimant);
    }

    private void claim(String shown, String key, Claimant claimant) {
        Claimant first = claims.putIfAbsent(key.toLowerCase(Locale.ROOT), claimant);
        if (first != null) {
            findings.error(
                    claimant.file(),
                    claimant.position(),
                    RULE,
                    claimant.what() + " would be the " + shown + ", as is " + first.what() + " at " + first.where()
                            + "; " + advice(claimant));
        }
    }

    private static String advice(Claimant claimant) {
        return claimant.what().startsWith("the schema ")
                ? "give one of them a \"title\" that is a Java type name, or another key"
                : "rename one of them";
    }
}
