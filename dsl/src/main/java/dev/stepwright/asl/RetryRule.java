package dev.stepwright.asl;

import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * One element of {@code Retry}: which errors are tried again, how often and how late.
 *
 * @see <a href="https://states-language.net/spec.html#retrying-after-error">ASL: Retrying after error</a>
 */
public record RetryRule(JsonPointer pointer, JsonNode json) implements View {
    /** Returns the error names that the rule matches. */
    public List<String> errorEquals() {
        return texts("ErrorEquals");
    }
}
