package dev.stepwright.asl.template;

import java.util.stream.Stream;

/** What can be wrong with a state machine in a template, beside its definition. */
public enum TemplateRule {
    /** It has no definition, or one that is nowhere. */
    NO_DEFINITION("ASL-CFN-001", true),
    /** Its definition is somewhere else and is not read. */
    ELSEWHERE("ASL-CFN-002", false),
    /** The template has nothing of a name that the definition refers to. */
    UNKNOWN_NAME("ASL-CFN-003", true),
    /** Nothing is put in place of a placeholder. */
    NO_SUBSTITUTION("ASL-CFN-004", false),
    /** The definition does not use a substitution. */
    UNUSED_SUBSTITUTION("ASL-CFN-005", false),
    /** With what is known of its placeholders the definition is no JSON. */
    FILLED_NO_JSON("ASL-CFN-006", false),
    /** Source of Terraform is no HCL. */
    NO_HCL("ASL-CFN-007", true);

    private final String id;
    private final boolean isError;

    TemplateRule(String id, boolean isError) {
        this.id = id;
        this.isError = isError;
    }

    /** Returns the rule's id, by which docs/rules.md explains it. */
    public String id() {
        return id;
    }

    /** Returns whether the template cannot be deployed; else what is found is most likely not what was meant. */
    public boolean isError() {
        return isError;
    }

    /** Returns whether what is found stands in the template even where the definition is in a file of its own. */
    boolean isOfTemplate() {
        return this != NO_SUBSTITUTION && this != FILLED_NO_JSON;
    }

    /** Returns whether a rule, by its id, is one of templates whose findings stand in the template. */
    public static boolean isOfTemplate(String id) {
        return Stream.of(values()).anyMatch(rule -> rule.isOfTemplate() && rule.id.equals(id));
    }
}
