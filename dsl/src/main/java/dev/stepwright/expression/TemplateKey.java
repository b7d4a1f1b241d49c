package dev.stepwright.expression;

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

    /** Returns the name as written. */
    public String written() {
        return isDynamic ? name + SUFFIX : name;
    }
}
