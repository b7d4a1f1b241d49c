package dev.stepwright.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The {@code Label} of a Map state is no label; a second rule finds labels that stand twice. */
final class BadLabel extends Rule {
    private static final int LONGEST = 40;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\s?*<>{}\\[\\]:;,\\\\|^~$#%&`\"\\p{Cntrl}]");

    BadLabel() {
        super("ASL-MAP-011", Severity.ERROR, "INVALID_LABEL_NAME");
    }

    @Override
    void check(Machine machine, Findings findings) {
        Map<String, Part> first = new HashMap<>();
        for (Part part : machine.parts()) {
            if (part.kind() == Kind.MAP) {
                part.text("Label").filter(label -> !Text.isUnknown(label)).ifPresent(label -> {
                    Part other = first.putIfAbsent(label, part);
                    if (label.isEmpty()
                            || label.length() > LONGEST
                            || FORBIDDEN.matcher(label).find()) {
                        findings.add(at(
                                part.at("Label"),
                                "a Label has 1 to %d characters, no blanks and none of ?*<>{}[]:;,\\|^~$#%%&`\", but this is %s"
                                        .formatted(LONGEST, Words.quote(label))));
                    } else if (other != null) {
                        findings.add(at(
                                part.at("Label"),
                                "the Map state %s has the same Label; each has its own"
                                        .formatted(Words.quote(other.name()))));
                    }
                });
            }
        }
    }
}
