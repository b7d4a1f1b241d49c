package dev.stepwright.expression;

import tools.jackson.databind.JsonNode;

/**
 * The name of a member of a payload template. ASL: Payload Template.
 *
 * @param name the name that the member has when the template is evaluated
 * @param isDynamic whether the value is a path or call to be evaluated, which the suffix {@code .$} says
 */
public record TemplateKey(String name, boolean isDynamic) {
    private static final String SUFFIX = ".$";

    /** Returns what a name as written stands for. */
    public static TemplateKey of(String written) {
        return written.endsWith(SUFFIX)
                ? new TemplateKey(written.substring(0, written.length() - SUFFIX.length()), true)
                : new TemplateKey(written, false);
    }

    /** Returns whether a template has a member to be evaluated in it, at any depth. */
    public static boolean isDynamicIn(JsonNode template) {
        return template.propertyNames().stream().anyMatch(name -> name.endsWith(SUFFIX))
                || template.isContainer() && template.valueStream().anyMatch(TemplateKey::isDynamicIn);
    }

    /** Returns the name as written. */
    public String written() {
        return isDynamic ? name + SUFFIX : name;
    }
}
