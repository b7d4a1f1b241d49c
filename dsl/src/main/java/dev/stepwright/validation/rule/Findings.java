package dev.stepwright.validation.rule;

import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find. */
public final class Findings {
    private final List<Finding> findings = new ArrayList<>();

    public void add(Finding finding) {
        findings.add(finding);
    }

    /** Returns the findings that authors are told, in the order of the rules. */
    public List<Finding> forAuthor() {
        return findings.stream()
                .filter(finding -> finding.audience() != Finding.Audience.SERVICE)
                .toList();
    }

    /** Returns the findings that AWS has too, in the order of the rules. */
    public List<Finding> forService() {
        return findings.stream()
                .filter(finding -> finding.audience() != Finding.Audience.AUTHOR)
                .filter(finding -> !finding.rule().serviceCode().isEmpty())
                .toList();
    }
}
