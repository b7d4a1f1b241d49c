package dev.stepwright.codegen.schema;

/** What can be wrong with a schema. Documented in docs/maven-plugin.md. */
public enum Rule {
    NOT_JSON("ASL-SCH-001"),
    NOT_A_SCHEMA("ASL-SCH-002"),
    UNKNOWN_REFERENCE("ASL-SCH-003"),
    NOT_SUPPORTED("ASL-SCH-004"),
    CONFLICT("ASL-SCH-005"),
    NOT_CHECKED("ASL-SCH-006"),
    INDISTINCT("ASL-SCH-007"),
    NO_INSTANCE("ASL-SCH-008");

    private final String id;

    Rule(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
